import type { ReactNode } from "react";
import type { Expected, Outcome } from "../../../shared/domain/exchange.ts";
import { RULES } from "../../../shared/validation/rules.ts";
import { outcomeLabel } from "../../ui/badge.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import styles from "./presets.module.css";

const OUTCOMES = (["accepted", "rejected", "unrecognised", "failed"] as const).map((outcome) => ({
  value: outcome,
  label: outcomeLabel(outcome),
}));

const NO_RULE = "none";
const RULE_OPTIONS = [
  { value: NO_RULE, label: "No particular rule" },
  ...Object.entries(RULES).map(([name, { summary }]) => ({ value: name, label: `${name}: ${summary}` })),
];

const KINDS = [
  { value: "right", label: "right" },
  { value: "negative", label: "negative" },
] as const;

/** Whether a preset is wrong on purpose, the rule that it should break, and the outcome expected. */
export function ExpectationFields(props: {
  readonly negative: boolean;
  readonly expected: Expected;
  readonly onChange: (negative: boolean, expected: Expected) => void;
}): ReactNode {
  const { negative, expected, onChange } = props;
  const setOutcome = (outcome: Outcome) => onChange(negative, { ...expected, outcome });
  const setKind = (isNegative: boolean) =>
    onChange(isNegative, {
      outcome: isNegative ? "rejected" : "accepted",
      rule: isNegative ? expected.rule : null,
    });
  return (
    <>
      <div className={styles.field}>
        <span className={styles.fieldLabel}>The event is</span>
        <SegmentedControl
          label="The event is"
          onChange={(kind) => setKind(kind === "negative")}
          options={KINDS}
          value={negative ? "negative" : "right"}
        />
        <span className={styles.quiet}>{negative ? "wrong on purpose" : ""}</span>
      </div>
      {negative ? (
        <Select
          label="Rule that it should break"
          onChange={(rule) => onChange(negative, { ...expected, rule: rule === NO_RULE ? null : rule })}
          options={RULE_OPTIONS}
          value={expected.rule ?? NO_RULE}
        />
      ) : null}
      <Select label="Outcome expected" onChange={setOutcome} options={OUTCOMES} value={expected.outcome} />
    </>
  );
}
