import type { ReactNode } from "react";
import { valueSource } from "../../../shared/form/read-form.ts";
import { Select } from "../../ui/select.tsx";
import { describeFindings } from "./field-findings.tsx";
import type { ControlProps } from "./parameter-control.tsx";

/** One of the catalog's allowed values. A value that is none of them is shown too, as the one chosen. */
export function ChoiceControl({ row, onInput, onFix }: ControlProps): ReactNode {
  const allowed = (row.declared?.enum ?? []).map((value) => ({
    value: JSON.stringify(value),
    label: String(value),
  }));
  const current = row.value.state === "notSent" ? null : valueSource(row.value);
  const isOther = current !== null && !allowed.some(({ value }) => value === current);
  const options = isOther
    ? [...allowed, { value: current, label: `${current} (not an allowed value)` }]
    : allowed;
  return (
    <Select
      {...describeFindings(row.findings, onFix)}
      isLabelHidden
      label={row.name}
      onChange={(text) => onInput({ kind: "json", text })}
      options={options}
      placeholder="not sent"
      value={current}
    />
  );
}
