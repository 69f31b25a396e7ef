import type { ClipboardEvent, ReactNode, Ref } from "react";
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from "react-aria-components";
import { classNames } from "./class-names.ts";
import styles from "./field.module.css";

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

/** A line of text, or several. Numbers are typed here too: their digits are text until they are sent. */
export function TextField(props: TextFieldProps): ReactNode {
  const hasError = props.errorText !== undefined && props.errorText !== null;
  return (
    <AriaTextField
      {...(props.isLabelHidden === true ? { "aria-label": props.label } : {})}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      className={classNames(styles.field)}
      isDisabled={props.isDisabled ?? false}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- A dialog's first field is where the user is about to type.
      autoFocus={props.hasFocus ?? false}
      isInvalid={hasError}
      isReadOnly={props.isReadOnly ?? false}
      isRequired={props.isRequired ?? false}
      onChange={props.onChange}
      validationBehavior="aria"
      value={props.value}
    >
      {props.isLabelHidden === true ? null : (
        <Label className={classNames(styles.label)}>{props.label}</Label>
      )}
      <div className={styles.box}>
        <Control {...props} />
        {props.adornment === undefined ? null : <span className={styles.adornment}>{props.adornment}</span>}
      </div>
      {props.description === undefined ? null : (
        <Text className={classNames(styles.description)} elementType="div" slot="description">
          {props.description}
        </Text>
      )}
      <FieldError className={classNames(styles.error)} elementType="div">
        {props.errorText}
      </FieldError>
    </AriaTextField>
  );
}

function Control(props: TextFieldProps): ReactNode {
  const className = classNames(styles.input, props.isMonospace === true && styles.monospace);
  const placeholder = props.placeholder ?? "";
  if (props.isMultiline === true) {
    return (
      <TextArea
        className={classNames(className, styles.multiline)}
        placeholder={placeholder}
        spellCheck={false}
      />
    );
  }
  return (
    <Input
      {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
      // Browsers offer to keep a password unless they take it for a new one.
      autoComplete={props.isSecret === true ? "new-password" : "off"}
      className={className}
      inputMode={props.inputMode ?? "text"}
      onPaste={(event) => pasteLines(event, props.onPasteLines)}
      placeholder={placeholder}
      spellCheck={false}
      type={props.isSecret === true ? "password" : "text"}
    />
  );
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
