import type { ReactNode } from "react";
import { jsonTexts, plainTexts } from "../../../shared/catalog/number-texts.ts";
import type { Parameter } from "../../../shared/domain/catalog.ts";
import { valueSource } from "../../../shared/form/read-form.ts";
import { Select } from "../../ui/select.tsx";
import { describeFindings } from "./field-findings.tsx";
import type { ControlProps } from "./parameter-control.tsx";

/** One of the catalog's allowed values. A value that is none of them is shown too, as the one chosen. */
export function ChoiceControl({ row, onInput, onFix }: ControlProps): ReactNode {
  const allowed = allowedValues(row.declared);
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

/** Numbers with the digits that the catalog has, which are those that are sent. */
function allowedValues(declared: Parameter | null) {
  if (declared === null) return [];
  const labels = plainTexts(declared, "enum");
  return jsonTexts(declared, "enum").map((value, index) => ({ value, label: labels[index] ?? value }));
}
