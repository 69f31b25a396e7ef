import type { KeyboardEvent, ReactNode, Ref } from "react";
import styles from "./button.module.css";
import { classNames } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";
import { useReadOnly } from "./read-only.tsx";

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

/** The browser's own button: it is in every row of every form, where each layer over it is paid for a hundred times. */
export function Button(props: ButtonProps): ReactNode {
  const { variant = "secondary", size = "medium", isPending = false, type = "button", ref, shortcut } = props;
  const isDisabled = useReadOnly(props.isDisabled);
  return (
    <button
      aria-disabled={isPending || undefined}
      aria-label={props.label}
      className={classNames(styles.button, styles[variant], styles[size])}
      data-pending={isPending || undefined}
      disabled={isDisabled}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else props.onPress?.();
      }}
      onKeyDown={withoutRepeats}
      ref={ref}
      // A button that sends a form and one that does not are the same to the rule.
      // oxlint-disable-next-line react/button-has-type
      type={type}
    >
      {props.children}
      {shortcut === undefined ? null : <Kbd isBare>{shortcut}</Kbd>}
    </button>
  );
}

/** A key that is held down presses once: what it opens may have a button under the keyboard that takes the next one. */
function withoutRepeats(event: KeyboardEvent): void {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}
