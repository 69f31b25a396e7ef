import type { ReactNode } from "react";
import styles from "./import.module.css";

/** Something beside the events that is taken or not. */
export function ImportOption(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <label className={styles.option}>
      <input
        checked={props.isOn}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
        type="checkbox"
      />
      {props.label}
    </label>
  );
}
