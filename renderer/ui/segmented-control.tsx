import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { classNames } from "./class-names.ts";
import styles from "./segmented-control.module.css";

export type SegmentedOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean;
};

/**
 * One of a few, all in view. A group of radio buttons to assistive technology. `value` null is "none of them", which can
 * be shown but not chosen.
 */
export function SegmentedControl<Value extends string>(props: {
  /** The accessible name of the group. */
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly SegmentedOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  /** The id of an element that describes the group, such as its finding. */
  readonly describedBy?: string;
  readonly isInvalid?: boolean;
}): ReactNode {
  return (
    <ToggleButtonGroup
      {...(props.describedBy === undefined ? {} : { "aria-describedby": props.describedBy })}
      aria-label={props.label}
      className={classNames(styles.group, props.isInvalid === true && styles.invalid)}
      disallowEmptySelection
      isDisabled={props.isDisabled ?? false}
      onSelectionChange={(keys) => {
        const chosen = props.options.find((option) => keys.has(option.value));
        if (chosen !== undefined && chosen.value !== props.value) props.onChange(chosen.value);
      }}
      selectedKeys={props.value === null ? [] : [props.value]}
      selectionMode="single"
    >
      {props.options.map((option) => (
        <ToggleButton
          className={classNames(styles.option)}
          id={option.value}
          isDisabled={option.isDisabled ?? false}
          key={option.value}
        >
          <span className={styles.label} data-label={option.label}>
            {option.label}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
