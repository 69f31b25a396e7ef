import type { ReactNode } from "react";
import styles from "./tick-box.module.css";

/** A box to tick with a name that is not drawn. `onTick` hears whether Shift was held, for ranges. */
export function TickBox(props: {
  readonly label: string;
  readonly isTicked: boolean;
  /** Some of what it stands for is ticked. */
  readonly isPartly?: boolean;
  readonly onTick: (isRange: boolean) => void;
  /** The keyboard ticks it in another way than by going there. */
  readonly isSkippedByTab?: boolean;
  readonly isDisabled?: boolean;
}): ReactNode {
  const isPartly = props.isPartly ?? false;
  return (
    <input
      aria-label={props.label}
      checked={props.isTicked}
      className={styles.box}
      disabled={props.isDisabled ?? false}
      // A column's header takes the default away from every click in it, and with that the tick.
      onClick={(event) => event.stopPropagation()}
      onChange={(event) =>
        props.onTick(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
      }
      ref={(element) => {
        if (element !== null) element.indeterminate = isPartly && !props.isTicked;
      }}
      tabIndex={props.isSkippedByTab === true ? -1 : 0}
      type="checkbox"
    />
  );
}
