import type { ReactNode } from "react";
import { TextField } from "../../ui/text-field.tsx";
import type { FormProblems } from "./read-tenant-form.ts";
import styles from "./tenants.module.css";

/** Fields that belong together, under a heading. */
export function FieldGroup(props: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={styles.group}>
      <div className={styles.groupHeader}>
        <h2 className={styles.groupTitle}>{props.title}</h2>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}

/** A label on the left, whatever it is for on the right. */
export function FormRow(props: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.row}>
      <span aria-hidden className={styles.rowLabel}>
        {props.label}
      </span>
      <div className={styles.rowContent}>{props.children}</div>
    </div>
  );
}

/** A row with one line of text; its problem is looked up by the field's name. */
export function TextRow(props: {
  readonly label: string;
  /** The accessible name, where the label alone occurs more than once. */
  readonly name?: string;
  readonly field: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problems: FormProblems;
  readonly description?: ReactNode;
  readonly isMonospace?: boolean;
  readonly isMultiline?: boolean;
  readonly isRequired?: boolean;
  readonly adornment?: string;
}): ReactNode {
  const problem = props.problems.get(props.field);
  return (
    <FormRow label={props.label}>
      <TextField
        {...(props.adornment === undefined ? {} : { adornment: props.adornment })}
        {...(props.description === undefined ? {} : { description: props.description })}
        {...(problem === undefined ? {} : { errorText: problem })}
        isLabelHidden
        isMonospace={props.isMonospace ?? false}
        isMultiline={props.isMultiline ?? false}
        isRequired={props.isRequired ?? false}
        label={props.name ?? props.label}
        onChange={props.onChange}
        value={props.value}
      />
    </FormRow>
  );
}

/** Something that is so or not, with its words beside the box. */
export function CheckRow(props: {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
  readonly problem?: string | undefined;
}): ReactNode {
  return (
    <FormRow label={props.label}>
      <label className={styles.check}>
        <input
          aria-invalid={props.problem !== undefined}
          checked={props.isChecked}
          onChange={(event) => props.onChange(event.target.checked)}
          type="checkbox"
        />
        <span>{props.children}</span>
      </label>
      {props.problem === undefined ? null : <p className={styles.problem}>{props.problem}</p>}
    </FormRow>
  );
}
