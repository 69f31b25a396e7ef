/* oxlint-disable jsx-a11y/prefer-tag-over-role --
   The browser's own radio buttons are chosen by the arrows, which only look here. */
import type { KeyboardEvent, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { useReadOnly } from "./read-only.tsx";
import styles from "./segmented-control.module.css";

export type SegmentedOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean;
};

/**
 * One of a few, all in view. A group of radio buttons to assistive technology, and one stop of the Tab key; arrows move, Enter
 * or Space chooses. `value` null is "none of them", which can be shown but not chosen.
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
  const { options } = props;
  const isReadOnly = useReadOnly();
  const isOff = (option: SegmentedOption<Value>) => props.isDisabled === true || option.isDisabled === true;
  const stop = options.find(({ value }) => value === props.value) ?? options.find((one) => !isOff(one));
  return (
    <div
      {...(props.describedBy === undefined ? {} : { "aria-describedby": props.describedBy })}
      aria-label={props.label}
      aria-readonly={isReadOnly || undefined}
      className={classNames(styles.group, props.isInvalid === true && styles.invalid)}
      onKeyDown={moveFocus}
      role="radiogroup"
      tabIndex={-1}
    >
      {options.map((option) => (
        <button
          aria-checked={option.value === props.value}
          className={styles.option}
          disabled={isOff(option)}
          key={option.value}
          onClick={(event) => {
            event.stopPropagation();
            if (!isReadOnly && option.value !== props.value) props.onChange(option.value);
          }}
          role="radio"
          tabIndex={option === stop ? 0 : -1}
          type="button"
        >
          <span className={styles.label} data-label={option.label}>
            {option.label}
          </span>
        </button>
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const buttons = [...event.currentTarget.querySelectorAll("button:enabled")];
  const here = buttons.indexOf(event.target as Element);
  const next = buttons[(here + step + buttons.length) % buttons.length];
  event.preventDefault();
  if (next instanceof HTMLElement) next.focus();
}
