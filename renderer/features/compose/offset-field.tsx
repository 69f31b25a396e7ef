import type { ReactNode } from "react";
import type { MomentOffset, OffsetUnit } from "../../../shared/form/moment.ts";
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
  { value: "before", label: "before" },
  { value: "after", label: "after" },
] as const satisfies readonly { readonly value: MomentOffset["direction"]; readonly label: string }[];

const LARGEST = 999_999_999;

/** "2 hours before" the moment of sending. */
export function OffsetField(props: {
  readonly label: string;
  readonly offset: MomentOffset;
  readonly onChange: (offset: MomentOffset) => void;
}): ReactNode {
  const { label, offset, onChange } = props;
  const setAmount = (typed: string) => {
    const digits = typed.replaceAll(/\D/gu, "");
    onChange({ ...offset, amount: Math.min(Number(digits), LARGEST) });
  };
  return (
    <div className={styles.offset}>
      <div className={styles.amount}>
        <TextField
          inputMode="decimal"
          isLabelHidden
          isMonospace
          label={`Amount of ${label}`}
          onChange={setAmount}
          value={String(offset.amount)}
        />
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
