import { useId, type ReactNode } from "react";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { FieldFindings } from "./field-findings.tsx";
import type { ControlProps } from "./parameter-control.tsx";
import styles from "./parameter-row.module.css";

const OPTIONS = [
  { value: "true", label: "true" },
  { value: "false", label: "false" },
] as const;

/** True or false, or neither while it is not sent. */
export function BooleanControl({ row, onInput, onFix }: ControlProps): ReactNode {
  const findingsId = useId();
  const value = row.value.state === "boolean" ? (row.value.value ? "true" : "false") : null;
  return (
    <>
      <div className={styles.choices}>
        <SegmentedControl
          describedBy={findingsId}
          isInvalid={row.findings.some(({ severity }) => severity === "error")}
          label={row.name}
          onChange={(chosen) => onInput({ kind: "boolean", value: chosen === "true" })}
          options={OPTIONS}
          value={value}
        />
        {value === null ? <span className={styles.notSent}>not sent</span> : null}
      </div>
      <div className={styles.findings} id={findingsId}>
        <FieldFindings findings={row.findings} onFix={onFix} />
      </div>
    </>
  );
}
