import {
  useId,
  type ChangeEvent,
  type ClipboardEvent,
  type FocusEvent,
  type ReactNode,
  type Ref,
} from "react";
import { classNames } from "./class-names.ts";
import styles from "./field.module.css";
import { useReadOnly } from "./read-only.tsx";

export type TextFieldProps = {
  /** The accessible name; shown above the field unless `isLabelHidden`. */
  readonly label: string;
  /** The label is drawn elsewhere (a form's left column) and only names the field here. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  /** Behind the text, inside the frame: a counter, a currency, a small menu. */
  readonly adornment?: ReactNode;
  readonly description?: ReactNode;
  /** What is wrong; its presence marks the field as invalid. */
  readonly errorText?: ReactNode;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly isMultiline?: boolean;
  /** Given the whole text when one of several lines is pasted into a single one, which would lose the breaks between them. */
  readonly onPasteLines?: (text: string) => void;
  /** For identifiers and values that are sent as they are. */
  readonly isMonospace?: boolean;
  /** A passphrase or token: not shown, and not remembered by the browser. */
  readonly isSecret?: boolean;
  readonly inputMode?: "text" | "decimal" | "email" | "url";
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Takes the focus when it appears: the first field of a dialog. */
  readonly hasFocus?: boolean;
};

/**
 * A line of text, or several. Numbers are typed here too: their digits are text until they are sent. It is the browser's own
 * field, as each row of a form has one.
 */
export function TextField(props: TextFieldProps): ReactNode {
  const id = useId();
  const isReadOnly = useReadOnly(props.isReadOnly);
  const hasError = props.errorText !== undefined && props.errorText !== null;
  const describing = [
    ...(hasError ? [`${id}-error`] : []),
    ...(props.description === undefined ? [] : [`${id}-description`]),
  ];
  return (
    <div
      className={styles.field}
      data-disabled={props.isDisabled === true || undefined}
      data-invalid={hasError || undefined}
      data-readonly={isReadOnly || undefined}
    >
      {props.isLabelHidden === true ? null : (
        <label className={styles.label} htmlFor={id}>
          {props.label}
        </label>
      )}
      <div className={styles.box}>
        <Control
          {...props}
          describedBy={describing.join(" ")}
          hasError={hasError}
          id={id}
          isReadOnly={isReadOnly}
        />
        {props.adornment === undefined ? null : <span className={styles.adornment}>{props.adornment}</span>}
      </div>
      {hasError ? (
        <div className={styles.error} id={`${id}-error`}>
          {props.errorText}
        </div>
      ) : null}
      {props.description === undefined ? null : (
        <div className={styles.description} id={`${id}-description`}>
          {props.description}
        </div>
      )}
    </div>
  );
}

type ControlProps = TextFieldProps & {
  readonly id: string;
  readonly describedBy: string;
  readonly hasError: boolean;
};

function Control(props: ControlProps): ReactNode {
  const { isMultiline = false, isMonospace = false, isSecret = false, inputRef } = props;
  const common = {
    ...(props.isLabelHidden === true ? { "aria-label": props.label } : {}),
    ...(props.describedBy === "" ? {} : { "aria-describedby": props.describedBy }),
    "aria-invalid": props.hasError || undefined,
    "aria-required": props.isRequired === true || undefined,
    autoFocus: props.hasFocus === true,
    className: classNames(styles.input, isMonospace && styles.monospace, isMultiline && styles.multiline),
    disabled: props.isDisabled === true,
    id: props.id,
    onBlur: props.onBlur,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      props.onChange(event.target.value),
    // What is there to begin with is written over by typing.
    ...(props.hasFocus === true ? { onFocus: selectAll } : {}),
    placeholder: props.placeholder ?? "",
    readOnly: props.isReadOnly === true,
    spellCheck: false,
    value: props.value,
  };
  if (isMultiline) return <textarea {...common} />;
  return (
    <input
      {...common}
      // Browsers offer to keep a password unless they take it for a new one.
      autoComplete={isSecret ? "new-password" : "off"}
      inputMode={props.inputMode ?? "text"}
      onPaste={(event) => {
        if (props.isReadOnly !== true) pasteLines(event, props.onPasteLines);
      }}
      ref={inputRef}
      type={isSecret ? "password" : "text"}
    />
  );
}

function selectAll(event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>): void {
  event.currentTarget.select();
}

/** A break at the very end is what copying a line from a terminal brings along, and is left to the browser, which drops it. */
function pasteLines(
  event: ClipboardEvent<HTMLInputElement>,
  onPasteLines: TextFieldProps["onPasteLines"],
): void {
  const pasted = event.clipboardData.getData("text/plain").replaceAll(/\r\n?/gu, "\n").replace(/\n$/u, "");
  if (onPasteLines === undefined || !pasted.includes("\n")) return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const from = selectionStart ?? value.length;
  onPasteLines(value.slice(0, from) + pasted + value.slice(selectionEnd ?? from));
}
