import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import styles from "./checkbox.module.css";
import { classNames } from "./class-names.ts";
import { CheckIcon, DashIcon } from "./icons.tsx";

/**
 * A box to tick. With `slot="selection"` inside a table row it belongs to the row's selection and takes its state and
 * name from the table.
 */
export function Checkbox(props: {
  readonly children?: ReactNode;
  readonly isSelected?: boolean;
  readonly onChange?: (isSelected: boolean) => void;
  readonly slot?: "selection";
}): ReactNode {
  return (
    <AriaCheckbox
      {...(props.slot === undefined ? {} : { slot: props.slot })}
      {...(props.isSelected === undefined ? {} : { isSelected: props.isSelected })}
      {...(props.onChange === undefined ? {} : { onChange: props.onChange })}
      className={classNames(styles.checkbox)}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box}>
            {isIndeterminate ? <DashIcon /> : null}
            {isSelected && !isIndeterminate ? <CheckIcon /> : null}
          </span>
          {props.children}
        </>
      )}
    </AriaCheckbox>
  );
}
