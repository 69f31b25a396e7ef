import { useState, type ReactNode } from "react";
import { fixedText, type MomentText } from "../../../shared/form/moment.ts";
import { spokenMoment } from "../../../shared/form/spoken-moment.ts";
import { Button } from "../../ui/button.tsx";
import { DateTimeField } from "../../ui/date-time-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { describeFindings } from "./field-findings.tsx";
import type { MomentFieldProps } from "./moment-field.tsx";
import styles from "./moment-field.module.css";
import { clockChange, setNow } from "./clock-change.ts";
import { fromInput, isClockInUtc, toInput } from "./moments-in-words.ts";

type FixedMomentProps = MomentFieldProps & {
  readonly moment: Extract<MomentText, { kind: "fixed" }> | null;
};

/** A time as it is typed. */
export function FixedMoment(props: FixedMomentProps): ReactNode {
  const { label, text, onText } = props;
  return (
    <TextField
      {...describeFindings(props.findings, props.onFix)}
      isLabelHidden
      isMonospace
      label={label}
      onChange={(typed) => onText(`text of ${label}`, typed)}
      placeholder={text === null ? "not sent" : "empty text"}
      value={text ?? ""}
    />
  );
}

/** Other ways to set it: picked on the clock of UTC or of this computer, now, or what was said in words. */
export function FixedMomentTools(props: FixedMomentProps): ReactNode {
  const { label, moment, onText } = props;
  const [isPicking, setIsPicking] = useState(false);
  const format = moment?.format ?? props.defaultFormat;
  const setMoment = (epochMs: number | null) => {
    const written = epochMs === null ? null : fixedText(epochMs, format);
    if (written !== null) onText(`pick ${label}`, written);
  };
  return (
    <>
      <div className={styles.tools}>
        <Spoken {...props} />
        <Button
          label={isPicking ? `Close the clock of ${label}` : `Pick ${label}`}
          onPress={() => setIsPicking(!isPicking)}
          size="small"
          variant="quiet"
        >
          {isPicking ? "Close" : "Pick"}
        </Button>
        <Button
          label={`Use now for ${label}`}
          onPress={() => setMoment(Date.now())}
          size="small"
          variant="quiet"
        >
          Use now
        </Button>
      </div>
      {isPicking ? <Clocks epochMs={moment?.epochMs ?? null} label={label} onChange={setMoment} /> : null}
    </>
  );
}

/** Offers what was said in words as what it means, counted from the moment of sending. */
function Spoken({ text, moment, defaultFormat, onText }: FixedMomentProps): ReactNode {
  const written = spokenMoment(text ?? "", moment?.format ?? defaultFormat);
  if (written === null) return null;
  return (
    <Button onPress={() => onText(null, written)} size="small" variant="quiet">
      {`Write as ${written}`}
    </Button>
  );
}

const BOTH_CLOCKS = ["local", "utc"] as const;
const UTC_ALONE = ["utc"] as const;

function Clocks(props: {
  readonly label: string;
  readonly epochMs: number | null;
  readonly onChange: (epochMs: number | null) => void;
}): ReactNode {
  const { epochMs } = props;
  // What was set last on this computer's clock, which may have shown that time twice or not at all.
  const [set, setSet] = useState<string | null>(null);
  const note = set === null || epochMs !== fromInput(set, "local") ? null : clockChange(set);
  const change = (value: string, clock: "local" | "utc") => {
    const meant = fromInput(value, clock);
    // The browser tells once more what the field was given.
    if (meant === epochMs) return;
    setSet(clock === "local" ? setNow(set, value) : null);
    props.onChange(meant);
  };
  return (
    <fieldset aria-label={`Clocks of ${props.label}`} className={styles.clocks}>
      {(isClockInUtc() ? UTC_ALONE : BOTH_CLOCKS).map((clock) => (
        <DateTimeField
          key={clock}
          label={clock === "local" ? "On this computer's clock" : "In UTC"}
          onChange={(value) => change(value, clock)}
          value={epochMs === null ? "" : toInput(epochMs, clock)}
        />
      ))}
      <output className={styles.clockChange}>{note}</output>
    </fieldset>
  );
}
