import type { ReactNode } from "react";
import type { ResolvedPlaceholder } from "../../../shared/compose/types.ts";
import type { TenantValues } from "../../../shared/domain/tenant-values.ts";
import type { Variable } from "../../../shared/domain/variable.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { PinnedList } from "./pinned-list.tsx";
import { useSaveValues } from "./use-save-values.ts";
import styles from "./values.module.css";
import { VariableTable } from "./variable-table.tsx";

/** What a draft can refer to: the tenant's variables, its own, and what is pinned; and what they stand for in it now. */
export function ValuesDialog(props: {
  readonly tenantName: string;
  readonly values: TenantValues;
  readonly own: readonly Variable[];
  readonly onOwn: (variables: readonly Variable[]) => void;
  readonly placeholders: readonly ResolvedPlaceholder[];
  readonly onClose: () => void;
}): ReactNode {
  const { tenantName, values } = props;
  const save = useSaveValues();
  return (
    <Dialog
      actions={
        <Button onPress={props.onClose} variant="primary">
          Done
        </Button>
      }
      isKept
      isBroad
      isOpen
      onClose={props.onClose}
      title="Variables and pinned values"
    >
      <div className={styles.content}>
        <p className={styles.quiet}>
          A draft refers to a variable as <code>{"{{name}}"}</code>. Values are shown and stored in clear:
          they are no place for secrets.
        </p>
        <h3 className={styles.heading}>{`Every draft of ${tenantName}`}</h3>
        <VariableTable
          empty="No variable yet."
          label={`Variables of ${tenantName}`}
          onChange={(variables) => save({ ...values, variables: [...variables] })}
          variables={values.variables}
        />
        <h3 className={styles.heading}>This draft, and the preset it is saved as</h3>
        <VariableTable
          empty="None. They count before the tenant's of the same name."
          label="Variables of this draft"
          onChange={props.onOwn}
          variables={props.own}
        />
        <h3 className={styles.heading}>Pinned for all events</h3>
        <PinnedList onChange={save} values={values} />
        <h3 className={styles.heading}>In this draft, as it stands</h3>
        <Standing placeholders={props.placeholders} />
      </div>
    </Dialog>
  );
}

function Standing({ placeholders }: { readonly placeholders: readonly ResolvedPlaceholder[] }): ReactNode {
  if (placeholders.length === 0) {
    return <p className={styles.quiet}>The draft has no placeholder that stands for something.</p>;
  }
  return (
    <ul aria-label="What placeholders stand for" className={styles.pins}>
      {placeholders.map(({ path, offset, placeholder, value }) => (
        <li key={offset}>
          <code>{placeholder}</code>
          <code title={value}>{value}</code>
          <span className={styles.quiet}>{path}</span>
        </li>
      ))}
    </ul>
  );
}
