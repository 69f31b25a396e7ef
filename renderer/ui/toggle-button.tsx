import type { ReactNode } from "react";
import { ToggleButton as AriaToggleButton } from "react-aria-components";
import buttonStyles from "./button.module.css";
import { classNames } from "./class-names.ts";
import styles from "./toggle-button.module.css";

/** A small button that stays pressed. `label` says what it does while it is. */
export function ToggleButton(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <AriaToggleButton
      aria-label={props.label}
      className={classNames(buttonStyles.button, buttonStyles.quiet, buttonStyles.small, styles.toggle)}
      isSelected={props.isOn}
      onChange={props.onChange}
    >
      {props.children}
    </AriaToggleButton>
  );
}
