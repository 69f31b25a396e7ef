import type { ReactNode } from "react";
import { useCall } from "../../host/queries.ts";
import { FieldGroup } from "../tenants/form-parts.tsx";
import { PinnedList } from "./pinned-list.tsx";
import { useSaveValues } from "./use-save-values.ts";
import styles from "./values.module.css";
import { VariableTable } from "./variable-table.tsx";

/** A tenant's variables and pinned values in its settings. They are saved as they are changed. */
export function TenantValuesFields(props: {
  readonly tenantId: string;
  readonly tenantName: string;
}): ReactNode {
  const values = useCall("values.get", { tenantId: props.tenantId });
  const save = useSaveValues();
  if (values.data === undefined)
    return values.error === null ? null : <p role="alert">{values.error.message}</p>;
  const { data } = values;
  return (
    <FieldGroup title="Variables and pinned values">
      <div className={styles.table}>
        <p className={styles.quiet}>
          Drafts refer to a variable as <code>{"{{name}}"}</code>. Values are stored in clear and saved as
          they are typed.
        </p>
        <VariableTable
          empty="No variable yet."
          key={props.tenantId}
          label={`Variables of ${props.tenantName}`}
          onChange={(variables) => save({ ...data, variables: [...variables] })}
          variables={data.variables}
        />
        <h3 className={styles.heading}>Pinned for all events</h3>
        <PinnedList onChange={save} values={data} />
      </div>
    </FieldGroup>
  );
}
