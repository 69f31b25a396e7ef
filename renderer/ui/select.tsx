import type { ReactNode } from "react";
import {
  Select as AriaSelect,
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from "react-aria-components";
import buttonStyles from "./button.module.css";
import { classNames } from "./class-names.ts";
import fieldStyles from "./field.module.css";
import { CheckIcon, ChevronDownIcon } from "./icons.tsx";
import styles from "./menu.module.css";

export type SelectOption<Value extends string> = { readonly value: Value; readonly label: string };

/** One of many. `value` null shows the placeholder. */
export function Select<Value extends string>(props: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Value | null;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly errorText?: ReactNode;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
}): ReactNode {
  const hasError = props.errorText !== undefined && props.errorText !== null;
  return (
    <AriaSelect
      {...(props.isLabelHidden === true ? { "aria-label": props.label } : {})}
      className={classNames(fieldStyles.field)}
      isDisabled={props.isDisabled ?? false}
      isInvalid={hasError}
      isRequired={props.isRequired ?? false}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.value === key);
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
      placeholder={props.placeholder ?? "Choose"}
      validationBehavior="aria"
      value={props.value}
    >
      {props.isLabelHidden === true ? null : (
        <Label className={classNames(fieldStyles.label)}>{props.label}</Label>
      )}
      <Button className={classNames(buttonStyles.button, styles.trigger, hasError && styles.invalid)}>
        <SelectValue className={classNames(styles.value)} />
        <ChevronDownIcon />
      </Button>
      {props.description === undefined ? null : (
        <Text className={classNames(fieldStyles.description)} elementType="div" slot="description">
          {props.description}
        </Text>
      )}
      <FieldError className={classNames(fieldStyles.error)} elementType="div">
        {props.errorText}
      </FieldError>
      <Popover className={classNames(styles.popover)} offset={4}>
        <ListBox className={classNames(styles.menu)} items={props.options}>
          {(option) => <Option id={option.value} label={option.label} />}
        </ListBox>
      </Popover>
    </AriaSelect>
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
