import type { ReactNode } from "react";
import type { Exchange, ResponseRecord } from "../../../shared/domain/exchange.ts";
import { CodeView } from "../../ui/code-view.tsx";
import { HeaderTable } from "../../ui/header-table.tsx";
import { WarningIcon } from "../../ui/icons.tsx";
import { PhaseWaterfall } from "../../ui/phase-waterfall.tsx";
import { formatBytes, formatCount, formatMilliseconds } from "../../ui/quantities.ts";
import styles from "./answer-view.module.css";
import { clockTime } from "./clock-time.ts";

/** Up to this many characters a body is as high as its text; a longer one scrolls by itself. */
const LONGEST_WHOLE = 10_000;

/** Everything about one answer, or about why there is none. The outcome itself is in the line above it. */
export function AnswerView({ exchange }: { readonly exchange: Exchange }): ReactNode {
  const { failure, response, remarks } = exchange;
  return (
    <>
      <div className={styles.section}>
        <Facts exchange={exchange} />
        {failure === null ? null : <p className={styles.nextStep}>{failure.nextStep}</p>}
        {remarks.map((remark) => (
          <p className={styles.remark} key={remark}>
            <WarningIcon />
            {remark}
          </p>
        ))}
        <PhaseWaterfall reusedConnection={exchange.reusedConnection} timings={exchange.timings} />
      </div>
      {response === null ? null : <Answer response={response} />}
    </>
  );
}

function Facts({ exchange }: { readonly exchange: Exchange }): ReactNode {
  const { response, timings, negative } = exchange;
  return (
    <div className={styles.facts}>
      {response === null ? (
        <span>No answer</span>
      ) : (
        <span>
          HTTP <strong>{response.status}</strong>
        </span>
      )}
      <span>{formatMilliseconds(timings.total)}</span>
      {response === null ? null : <span>{formatBytes(response.byteLength)}</span>}
      {negative ? <span>Negative test</span> : null}
      <time className={styles.time} dateTime={exchange.sentAt}>
        {clockTime(exchange.sentAt)}
      </time>
    </div>
  );
}

function Answer({ response }: { readonly response: ResponseRecord }): ReactNode {
  return (
    <div className={styles.section}>
      <details className={styles.headers}>
        <summary>{formatCount(response.headers.length, "answer header", "answer headers")}</summary>
        <HeaderTable headers={response.headers} label="Answer headers" />
      </details>
      <Body response={response} />
    </div>
  );
}

function Body({ response }: { readonly response: ResponseRecord }): ReactNode {
  if (response.byteLength === 0) return <p className={styles.quiet}>The answer has no body.</p>;
  const isShort = response.body.length <= LONGEST_WHOLE;
  return (
    <>
      {response.bodyEncoding === "utf8" ? null : (
        <p className={styles.quiet}>The body is not text. It is shown in base64.</p>
      )}
      {response.truncated ? <p className={styles.quiet}>Only the beginning of the body was kept.</p> : null}
      <div className={isShort ? undefined : styles.longBody}>
        <CodeView height={isShort ? "content" : "fill"} label="Answer body" text={response.body} />
      </div>
    </>
  );
}
