import { useState, type ReactNode } from "react";
import { MOST_AMOUNT, type MomentOffset, type OffsetUnit } from "../../../shared/form/moment.ts";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./moment-field.module.css";

const UNITS = [
  { value: "ms", label: "milliseconds" },
  { value: "s", label: "seconds" },
  { value: "m", label: "minutes" },
  { value: "h", label: "hours" },
  { value: "d", label: "days" },
  { value: "w", label: "weeks" },
] as const satisfies readonly { readonly value: OffsetUnit; readonly label: string }[];

const DIRECTIONS = [
  { value: "before", label: "ago" },
  { value: "after", label: "from now" },
] as const satisfies readonly { readonly value: MomentOffset["direction"]; readonly label: string }[];

/** "2 hours ago", counted from the moment of sending. */
export function OffsetField(props: {
  readonly label: string;
  readonly offset: MomentOffset;
  readonly onChange: (offset: MomentOffset) => void;
}): ReactNode {
  const { label, offset, onChange } = props;
  return (
    <div className={styles.offset}>
      <div className={styles.amount}>
        <Amount amount={offset.amount} label={label} onChange={(amount) => onChange({ ...offset, amount })} />
      </div>
      <Select
        isLabelHidden
        label={`Unit of ${label}`}
        onChange={(unit) => onChange({ ...offset, unit })}
        options={UNITS}
        value={offset.unit}
      />
      <Select
        isLabelHidden
        label={`Direction of ${label}`}
        onChange={(direction) => onChange({ ...offset, direction })}
        options={DIRECTIONS}
        value={offset.direction}
      />
    </div>
  );
}

/** A whole number. What is typed and is none stays as it is, and changes nothing: 1.5 must not become 15. */
function Amount(props: {
  readonly label: string;
  readonly amount: number;
  readonly onChange: (amount: number) => void;
}): ReactNode {
  const { amount, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string) => {
    setTyped(isAmount(text) ? null : text);
    if (isAmount(text)) onChange(Number(text));
  };
  return (
    <TextField
      {...(typed === null ? {} : { errorText: amountProblem(typed) })}
      inputMode="decimal"
      isLabelHidden
      isMonospace
      label={`Amount of ${props.label}`}
      onBlur={() => setTyped(null)}
      onChange={change}
      value={typed ?? String(amount)}
    />
  );
}

function amountProblem(text: string): string | null {
  if (isAmount(text)) return null;
  return /^\d+$/u.test(text) ? `Too large: at most ${MOST_AMOUNT.toLocaleString("en-GB")}` : "A whole number";
}

function isAmount(text: string): boolean {
  return /^\d{1,9}$/u.test(text);
}
