import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import buttonStyles from "./button.module.css";
import { classNames } from "./class-names.ts";
import menuStyles from "./menu.module.css";
import styles from "./popover-button.module.css";

/** A button that opens a small sheet beside it, for what is more than a menu. Escape and a press outside close it. */
export function PopoverButton(props: {
  /** The accessible name of the button and of its sheet. */
  readonly label: string;
  readonly children: ReactNode;
  /** Drawn while the sheet is open; `close` closes it. */
  readonly renderSheet: (close: () => void) => ReactNode;
  readonly variant?: "secondary" | "quiet" | "chip";
  readonly size?: "medium" | "small";
  readonly isDisabled?: boolean;
}): ReactNode {
  const variant = props.variant ?? "secondary";
  return (
    <DialogTrigger>
      <Button
        aria-label={props.label}
        className={
          variant === "chip"
            ? classNames(styles.chip)
            : classNames(buttonStyles.button, buttonStyles[variant], buttonStyles[props.size ?? "medium"])
        }
        isDisabled={props.isDisabled ?? false}
      >
        {props.children}
      </Button>
      <Popover className={classNames(menuStyles.popover, styles.popover)} offset={4} placement="bottom start">
        <Dialog aria-label={props.label} className={classNames(styles.sheet)}>
          {({ close }) => props.renderSheet(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
