import { memo, type ReactNode } from "react";
import { setTimestamp } from "../../../shared/form/edit-form.ts";
import type { FormTimestamp } from "../../../shared/form/form.ts";
import { shownFindings, type OnFix } from "./field-findings.tsx";
import { FormRow } from "./form-row.tsx";
import { MomentField } from "./moment-field.tsx";
import { NotSentMenu } from "./not-sent-menu.tsx";

type TimestampRowProps = {
  readonly timestamp: FormTimestamp;
  /** What a placeholder of the moment of sending is as this request stands. */
  readonly stampedText: string;
  readonly onEdit: (group: string | null, change: (text: string) => string) => void;
  readonly onFix: OnFix;
};

/** When the event happened: the moment of sending, one so long before or after it, or a text that stays as it is. */
export const TimestampRow = memo(function TimestampRow(props: TimestampRowProps): ReactNode {
  const { timestamp, onEdit } = props;
  const menu =
    timestamp.mode === "absent" ? null : (
      <NotSentMenu
        label="Timestamp"
        onNotSent={() => onEdit(null, (text) => setTimestamp(text, { mode: "absent" }))}
      />
    );
  return (
    <FormRow field="timestamp" menu={menu} name="Timestamp">
      <MomentField
        defaultFormat="seed"
        findings={timestamp.findings}
        label="Timestamp"
        onFix={props.onFix}
        onText={(group, text) => onEdit(group, (of) => setTimestamp(of, { mode: "fixed", text }))}
        sentText={props.stampedText}
        text={timestamp.mode === "absent" ? null : timestamp.text}
      />
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
