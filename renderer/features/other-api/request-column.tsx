import { useMemo, type ReactNode } from "react";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { CodeView } from "../../ui/code-view.tsx";
import { formatCount, formatMilliseconds } from "../../ui/quantities.ts";
import { clockTime } from "../compose/clock-time.ts";
import { requestMarks } from "../compose/request-marks.ts";
import type { SendState } from "../compose/send-store.ts";
import styles from "./other-api.module.css";

/** One API's request, and what came of the last one like it. */
export function RequestColumn(props: {
  readonly name: string;
  readonly composed: ComposedRequest;
  readonly send: SendState | null;
}): ReactNode {
  const { name, composed } = props;
  const marks = useMemo(() => requestMarks(composed), [composed]);
  const count = composed.findings.length;
  return (
    <section aria-label={name} className={styles.column}>
      <header className={styles.columnHead}>
        <strong>{name}</strong>
        <span className={styles.note}>
          {count === 0 ? "no findings" : formatCount(count, "finding", "findings")}
        </span>
      </header>
      <output aria-label={`${name} answer`} className={styles.answer}>
        <Answer send={props.send} />
      </output>
      <div className={styles.body}>
        <CodeView label={`${name} body`} language="json" marks={marks} text={composed.text} />
      </div>
    </section>
  );
}

function Answer({ send }: { readonly send: SendState | null }): ReactNode {
  if (send === null) return <span className={styles.note}>Not sent yet.</span>;
  if (send.kind === "running") return <span className={styles.note}>Sending</span>;
  if (send.kind === "failed") return <span className={styles.problem}>{send.error.message}</span>;
  const { outcome, message, response, timings, sentAt } = send.exchange;
  const status = response === null ? "No answer" : `HTTP ${response.status}`;
  return (
    <>
      <span className={styles.outcome}>
        <OutcomeBadge hasDot outcome={outcome} />
        <span className={styles.note}>
          {`${status}, ${formatMilliseconds(timings.total)}, ${clockTime(sentAt)}`}
        </span>
      </span>
      <span>{message}</span>
    </>
  );
}
