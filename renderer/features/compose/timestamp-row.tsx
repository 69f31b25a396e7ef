import { memo, type ReactNode } from "react";
import { formatTimestamp } from "../../../shared/compose/timestamp.ts";
import { setTimestamp } from "../../../shared/form/edit-form.ts";
import type { FormTimestamp } from "../../../shared/form/form.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { describeFindings, shownFindings, type OnFix } from "./field-findings.tsx";
import { FormRow } from "./form-row.tsx";
import { NotSentMenu } from "./not-sent-menu.tsx";
import styles from "./switched-field.module.css";

type TimestampRowProps = {
  readonly timestamp: FormTimestamp;
  /** What "now" is as this request stands. */
  readonly stampedText: string;
  readonly onEdit: (group: string | null, change: (text: string) => string) => void;
  readonly onFix: OnFix;
};

const OPTIONS = [
  { value: "now", label: "now" },
  { value: "fixed", label: "fixed" },
] as const;

/** When the event happened: the moment of sending, or a text that stays as it is. */
export const TimestampRow = memo(function TimestampRow(props: TimestampRowProps): ReactNode {
  const { timestamp, onEdit } = props;
  const choose = (mode: "now" | "fixed") =>
    onEdit(null, (text) =>
      setTimestamp(text, mode === "now" ? { mode } : { mode, text: props.stampedText || currentMoment() }),
    );
  const menu =
    timestamp.mode === "absent" ? null : (
      <NotSentMenu
        label="Timestamp"
        onNotSent={() => onEdit(null, (text) => setTimestamp(text, { mode: "absent" }))}
      />
    );
  return (
    <FormRow field="timestamp" menu={menu} name="Timestamp">
      <div className={styles.switched}>
        <SegmentedControl
          label="Timestamp"
          onChange={choose}
          options={OPTIONS}
          value={timestamp.mode === "absent" ? null : timestamp.mode}
        />
        <div className={classNames(styles.fields, styles.wide)}>
          <TimestampField {...props} />
        </div>
      </div>
    </FormRow>
  );
}, isSameTimestamp);

function isSameTimestamp(before: TimestampRowProps, after: TimestampRowProps): boolean {
  return (
    before.stampedText === after.stampedText &&
    before.onEdit === after.onEdit &&
    before.onFix === after.onFix &&
    shownOf(before.timestamp) === shownOf(after.timestamp)
  );
}

function shownOf({ mode, text, findings }: FormTimestamp): string {
  return JSON.stringify([mode, text]) + shownFindings(findings);
}

function TimestampField({ timestamp, stampedText, onEdit, onFix }: TimestampRowProps): ReactNode {
  const isNow = timestamp.mode === "now";
  const setFixed = (text: string) => onEdit("timestamp", (of) => setTimestamp(of, { mode: "fixed", text }));
  return (
    <TextField
      {...describeFindings(timestamp.findings, onFix)}
      adornment={
        isNow ? (
          <span className={styles.stamped} title="Stamped when the event is sent">
            when sent
          </span>
        ) : (
          <Button onPress={() => setFixed(currentMoment())} size="small" variant="quiet">
            Use now
          </Button>
        )
      }
      isLabelHidden
      isMonospace
      isReadOnly={isNow}
      label="Timestamp"
      onChange={setFixed}
      placeholder={timestamp.mode === "absent" ? "not sent" : "empty text"}
      value={isNow ? stampedText : timestamp.text}
    />
  );
}

function currentMoment(): string {
  return formatTimestamp(new Date(), "seed");
}
