import { useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import buttonStyles from "./button.module.css";
import { classNames } from "./class-names.ts";
import fieldStyles from "./field.module.css";
import { CheckIcon, ChevronDownIcon } from "./icons.tsx";
import styles from "./menu.module.css";
import { optionAfterKey } from "./option-after-key.ts";
import { useReadOnly } from "./read-only.tsx";

export type SelectOption<Value extends string> = { readonly value: Value; readonly label: string };

type SelectProps<Value extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Value | null;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly errorText?: ReactNode;
  readonly isDisabled?: boolean;
};

/** One of many. `value` null shows the placeholder. The list is made when it is opened: a form may have one in every row. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactNode {
  const hasError = props.errorText !== undefined && props.errorText !== null;
  const baseId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const ids = { label: `${baseId}-label`, about: `${baseId}-about`, error: `${baseId}-error` };
  const describedBy = [hasError ? ids.error : "", props.description === undefined ? "" : ids.about]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={fieldStyles.field} data-invalid={hasError || undefined}>
      {props.isLabelHidden === true ? null : (
        // A press on the words goes to the button, as with any field.
        <label className={fieldStyles.label} htmlFor={baseId} id={ids.label}>
          {props.label}
        </label>
      )}
      <Trigger
        {...props}
        button={button}
        describedBy={describedBy}
        id={baseId}
        isOpen={isOpen}
        labelId={ids.label}
        onOpen={() => setOpen(true)}
      />
      {hasError ? (
        <div className={fieldStyles.error} id={ids.error}>
          {props.errorText}
        </div>
      ) : null}
      {props.description === undefined ? null : (
        <div className={fieldStyles.description} id={ids.about}>
          {props.description}
        </div>
      )}
      {isOpen ? <OptionList {...props} button={button} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

type TriggerProps<Value extends string> = SelectProps<Value> & {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

function Trigger<Value extends string>(props: TriggerProps<Value>): ReactNode {
  const { button, ...rest } = props;
  const { id, options, value, isOpen, describedBy, placeholder } = rest;
  const isReadOnly = useReadOnly();
  const chosen = options.find((option) => option.value === value);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isReadOnly || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = optionAfterKey(event.key, options, value);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === "open") rest.onOpen();
    else if (next.value !== value) rest.onChange(next.value);
  };
  return (
    <button
      {...(describedBy === "" ? {} : { "aria-describedby": describedBy })}
      {...(rest.isLabelHidden === true ? { "aria-label": rest.label } : {})}
      // It can be gone to and read, and opens nothing.
      aria-disabled={isReadOnly || undefined}
      aria-expanded={isOpen}
      aria-haspopup="listbox"
      aria-labelledby={`${id}-value ${rest.isLabelHidden === true ? id : rest.labelId}`}
      className={classNames(buttonStyles.button, styles.trigger, rest.errorText != null && styles.invalid)}
      disabled={rest.isDisabled ?? false}
      id={id}
      onKeyDown={onKeyDown}
      onClick={isReadOnly ? undefined : rest.onOpen}
      ref={button}
      type="button"
    >
      <span className={styles.value} data-placeholder={chosen === undefined || undefined} id={`${id}-value`}>
        {chosen?.label ?? placeholder ?? "Choose"}
      </span>
      <ChevronDownIcon />
    </button>
  );
}

function OptionList<Value extends string>(
  props: SelectProps<Value> & {
    readonly button: RefObject<HTMLButtonElement | null>;
    readonly onClose: () => void;
  },
): ReactNode {
  const { options, value, onClose } = props;
  return (
    <Popover
      className={classNames(styles.popover)}
      isOpen
      offset={4}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom start"
      triggerRef={props.button}
    >
      <ListBox
        aria-label={props.label}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- The keyboard goes to what was opened, and back to the button.
        autoFocus
        className={classNames(styles.menu)}
        items={options}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : keys;
          const chosen = options.find((option) => option.value === key);
          onClose();
          if (chosen !== undefined && chosen.value !== value) props.onChange(chosen.value);
        }}
        selectedKeys={value === null ? [] : [value]}
        selectionMode="single"
        shouldFocusOnHover
      >
        {(option) => <Option id={option.value} label={option.label} />}
      </ListBox>
    </Popover>
  );
}

/** The collection around it hands its elements an `id` and a `value` of its own; only the `id` may be ours. */
function Option(props: { readonly id: string; readonly label: string }): ReactNode {
  return (
    <ListBoxItem className={classNames(styles.item)} id={props.id} textValue={props.label}>
      {({ isSelected }) => (
        <>
          <span className={styles.check}>{isSelected ? <CheckIcon /> : null}</span>
          <Text slot="label">{props.label}</Text>
        </>
      )}
    </ListBoxItem>
  );
}
