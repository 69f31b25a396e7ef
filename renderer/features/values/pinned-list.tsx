import type { ReactNode } from "react";
import { withoutPinned, type TenantValues } from "../../../shared/domain/tenant-values.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./values.module.css";

/** The values that parameters of a name have in every new draft. */
export function PinnedList(props: {
  readonly values: TenantValues;
  readonly onChange: (values: TenantValues) => void;
}): ReactNode {
  const { values, onChange } = props;
  if (values.pinned.length === 0) {
    return <p className={styles.quiet}>Nothing is pinned. A parameter&apos;s menu pins its value.</p>;
  }
  return (
    <ul aria-label="Pinned values" className={styles.pins}>
      {values.pinned.map(({ name, valueText }) => (
        <li key={name}>
          <span>{name}</span>
          <code title={valueText}>{valueText}</code>
          <Button
            label={`Unpin ${name}`}
            onPress={() => onChange(withoutPinned(values, name))}
            size="small"
            variant="quiet"
          >
            Unpin
          </Button>
        </li>
      ))}
    </ul>
  );
}
