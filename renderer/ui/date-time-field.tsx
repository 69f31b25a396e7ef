import { useId, type ReactNode } from "react";
import fieldStyles from "./field.module.css";
import { useReadOnly } from "./read-only.tsx";
import styles from "./date-time-field.module.css";

/** A date and a time of day, with the browser's own picker. `value` is `2020-04-12T17:32:06.094`, empty for none. */
export function DateTimeField(props: {
  readonly label: string;
  readonly value: string;
  /** Called with whole values only, never with one that is being typed. */
  readonly onChange: (value: string) => void;
}): ReactNode {
  const id = useId();
  const isReadOnly = useReadOnly();
  return (
    <div className={styles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        {props.label}
      </label>
      <input
        className={styles.input}
        id={id}
        onChange={(event) => {
          if (event.currentTarget.value !== "") props.onChange(event.currentTarget.value);
        }}
        readOnly={isReadOnly}
        step="0.001"
        type="datetime-local"
        value={props.value}
      />
    </div>
  );
}
