import type { ReactNode } from "react";
import type { TimestampFormat } from "../../../shared/compose/timestamp.ts";
import type { Finding } from "../../../shared/domain/finding.ts";
import {
  epochMilliseconds,
  fixedText,
  inFormat,
  nowText,
  offsetText,
  readMoment,
  type MomentOffset,
  type MomentText,
} from "../../../shared/form/moment.ts";
import { classNames } from "../../ui/class-names.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { describeFindings, type OnFix } from "./field-findings.tsx";
import { FixedMoment, FixedMomentTools } from "./fixed-moment.tsx";
import styles from "./moment-field.module.css";
import switched from "./switched-field.module.css";
import { momentWords } from "./moments-in-words.ts";
import { OffsetField } from "./offset-field.tsx";

export type MomentFieldProps = {
  readonly label: string;
  /** A placeholder of the moment of sending, or a text that stays as it is; null where it is not sent. */
  readonly text: string | null;
  /** What the placeholder stands for as this request stands. */
  readonly sentText: string;
  /** What a new time is written in. */
  readonly defaultFormat: TimestampFormat;
  readonly findings: readonly Finding[];
  readonly onFix: OnFix;
  readonly onText: (group: string | null, text: string) => void;
};

type Mode = MomentText["kind"];

const MODES = [
  { value: "now", label: "now" },
  { value: "fixed", label: "fixed" },
  { value: "offset", label: "offset" },
] as const satisfies readonly { readonly value: Mode; readonly label: string }[];

const FORMATS = [
  { value: "seed", label: "YYYY-MM-DD hh:mm:ss.mmm UTC" },
  { value: "micro", label: "YYYY-MM-DD hh:mm:ss.mmm000 UTC" },
  { value: "iso", label: "YYYY-MM-DDThh:mm:ss.mmmZ (ISO 8601)" },
] as const satisfies readonly { readonly value: TimestampFormat; readonly label: string }[];

const TWO_HOURS_AGO: MomentOffset = { amount: 2, unit: "h", direction: "before" };

/** When something happened: the moment of sending, a time that is typed or picked, or so long before or after sending. */
export function MomentField(props: MomentFieldProps): ReactNode {
  const { text, label, onText } = props;
  const moment = text === null ? null : readMoment(text);
  const format = moment?.format ?? props.defaultFormat;
  const written = writtenMoment(moment);
  const choose = (mode: Mode) => onText(null, textOfMode(mode, format, props.sentText));
  return (
    <div className={switched.switched}>
      <SegmentedControl label={label} onChange={choose} options={MODES} value={moment?.kind ?? null} />
      <div className={classNames(switched.fields, isShort(moment) ? switched.wide : switched.whole)}>
        <TextOfMoment {...props} moment={moment} />
      </div>
      <div className={styles.more}>
        {written === undefined ? null : <FixedMomentTools {...props} moment={written} />}
        <Words {...props} moment={moment} />
        <FormatOfMoment {...props} moment={moment} />
      </div>
    </div>
  );
}

/** In which of the formats it is written, which can be chosen wherever it names a moment. */
function FormatOfMoment({ text, label, moment, onText }: WithMoment): ReactNode {
  if (text === null || moment === null || (moment.kind === "fixed" && moment.epochMs === null)) return null;
  return (
    <div className={styles.format}>
      <Select
        isLabelHidden
        label={`Format of ${label}`}
        onChange={(format) => {
          const written = inFormat(text, format);
          if (written !== null) onText(null, written);
        }}
        options={FORMATS}
        placeholder="another format"
        value={moment.format}
      />
    </div>
  );
}

/**
 * What is written as it is: a time, nothing yet, or a placeholder with an offset of several units. undefined for what is set
 * with controls.
 */
function writtenMoment(moment: MomentText | null): Extract<MomentText, { kind: "fixed" }> | null | undefined {
  if (moment === null || moment.kind === "fixed") return moment;
  return moment.kind === "offset" && moment.offset === null ? null : undefined;
}

/** Whether the text stands alone in its field and is short enough to stand beside the switch. */
function isShort(moment: MomentText | null): boolean {
  return moment?.kind !== "offset" && moment?.format !== "micro";
}

function textOfMode(mode: Mode, format: TimestampFormat, sentText: string): string {
  if (mode === "now") return nowText(format);
  if (mode === "offset") return offsetText(TWO_HOURS_AGO, format);
  const sent = readMoment(sentText);
  const epochMs = sent.kind === "fixed" && sent.epochMs !== null ? sent.epochMs : Date.now();
  return fixedText(epochMs, format) ?? sentText;
}

type WithMoment = MomentFieldProps & { readonly moment: MomentText | null };

function TextOfMoment(props: WithMoment): ReactNode {
  const { moment, label, onText } = props;
  const written = writtenMoment(moment);
  if (written !== undefined) return <FixedMoment {...props} moment={written} />;
  return (
    <>
      {moment?.kind === "offset" && moment.offset !== null ? (
        <OffsetField
          label={label}
          offset={moment.offset}
          onChange={(offset) => onText(`offset of ${label}`, offsetText(offset, moment.format))}
        />
      ) : null}
      <SentText {...props} />
    </>
  );
}

/** What is stamped, as it stands. */
function SentText({ label, sentText, findings, onFix }: WithMoment): ReactNode {
  return (
    <TextField
      {...describeFindings(findings, onFix)}
      adornment={
        <span className={switched.stamped} title="Stamped when the event is sent">
          at send
        </span>
      }
      isLabelHidden
      isMonospace
      isReadOnly
      label={label}
      onChange={() => undefined}
      value={sentText}
    />
  );
}

function Words({ text, sentText, moment }: WithMoment): ReactNode {
  const shown = moment?.kind === "fixed" ? (text ?? "") : sentText;
  const written = readMoment(shown);
  const fromDigits = epochMilliseconds(shown);
  const epochMs = fromDigits ?? (written.kind === "fixed" ? written.epochMs : null);
  if (epochMs === null) return null;
  return (
    <span className={styles.words}>
      {fromDigits === null ? null : <span>As milliseconds since 1970:</span>}
      {momentWords(epochMs).map((words) => (
        <span key={words}>{words}</span>
      ))}
    </span>
  );
}
