import type { ReactNode } from "react";
import { Button, Tooltip, TooltipTrigger } from "react-aria-components";
import buttonStyles from "./button.module.css";
import { classNames } from "./class-names.ts";
import styles from "./tooltip.module.css";

/** A small button that says more at hover and focus. That is never the only place of what one must know. */
export function TooltipButton(props: {
  readonly text: string;
  /** The accessible name of the button. */
  readonly label: string;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <TooltipTrigger closeDelay={0} delay={600}>
      <Button
        {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
        aria-label={props.label}
        className={classNames(buttonStyles.button, buttonStyles.quiet, buttonStyles.small)}
      >
        {props.children}
      </Button>
      <Tooltip className={classNames(styles.tooltip)} offset={6}>
        {props.text}
      </Tooltip>
    </TooltipTrigger>
  );
}
