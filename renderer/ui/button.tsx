import type { ReactNode, Ref } from "react";
import { Button as AriaButton } from "react-aria-components";
import styles from "./button.module.css";
import { classNames } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** At most one primary button in view: the thing to do next. */
  readonly variant?: "primary" | "secondary" | "quiet";
  readonly size?: "medium" | "small";
  /** The accessible name where the content is an icon or says too little. */
  readonly label?: string;
  /** The key that does the same, shown beside the text. */
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
  /** Busy: keeps focus and name, takes no press. */
  readonly isPending?: boolean;
  /** `submit` sends the form the button is in. */
  readonly type?: "button" | "submit";
  readonly ref?: Ref<HTMLButtonElement>;
};

export function Button(props: ButtonProps): ReactNode {
  const {
    variant = "secondary",
    size = "medium",
    isDisabled = false,
    isPending = false,
    ref,
    shortcut,
  } = props;
  return (
    <AriaButton
      {...(props.label === undefined ? {} : { "aria-label": props.label })}
      {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
      {...(ref === undefined ? {} : { ref })}
      className={classNames(styles.button, styles[variant], styles[size])}
      isDisabled={isDisabled}
      isPending={isPending}
      type={props.type ?? "button"}
    >
      {props.children}
      {shortcut === undefined ? null : <Kbd isBare>{shortcut}</Kbd>}
    </AriaButton>
  );
}
