import type { ReactNode } from "react";
import type { FieldId } from "./field-of-path.ts";
import styles from "./form-row.module.css";

/** A line of the form: what it is on the left, how it is set on the right. */
export function FormRow(props: {
  readonly field: FieldId;
  readonly name: ReactNode;
  readonly isRequired?: boolean;
  /** Behind the name: the type. */
  readonly badge?: ReactNode;
  /** More about the field, behind everything else. */
  readonly about?: ReactNode;
  /** What can be done with the field as a whole. */
  readonly menu?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles.row} data-field={props.field}>
      <div className={styles.label}>
        <span className={styles.name}>{props.name}</span>
        {props.isRequired === true ? (
          <span aria-hidden className={styles.required}>
            *
          </span>
        ) : null}
        {props.badge}
        {props.about === undefined ? null : <span className={styles.about}>{props.about}</span>}
      </div>
      <div className={styles.control} data-control="">
        {props.children}
      </div>
      <div className={styles.menu}>{props.menu}</div>
    </div>
  );
}
