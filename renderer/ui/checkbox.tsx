import type { ReactNode } from "react";
import styles from "./checkbox.module.css";
import { TickBox } from "./tick-box.tsx";

/** A box to tick with its words beside it. */
export function Checkbox(props: {
  readonly children: string;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
  readonly isDisabled?: boolean;
}): ReactNode {
  return (
    <label className={styles.line}>
      <TickBox
        isDisabled={props.isDisabled ?? false}
        isTicked={props.isTicked}
        label={props.children}
        onTick={() => props.onChange(!props.isTicked)}
      />
      {props.children}
    </label>
  );
}
