import type { ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { HeaderTable } from "../../ui/header-table.tsx";
import { PhaseWaterfall } from "../../ui/phase-waterfall.tsx";
import { formatBytes, formatCount, formatMilliseconds } from "../../ui/quantities.ts";
import { AnswerRemarks, Remark } from "./answer-remarks.tsx";
import { BodyView } from "../answer/body-view.tsx";
import { ConnectionView } from "../answer/connection-view.tsx";
import styles from "./answer-view.module.css";
import { clockTime } from "./clock-time.ts";
import { expectationMet } from "../../../shared/answers/expectation-met.ts";

type Headers = NonNullable<Exchange["response"]>["headers"];

/**
 * Everything about one answer, or about why there is none, in the order in which it is looked for: what came, where the time
 * went, the body, then the rest. The outcome itself is in the line above it.
 */
export function AnswerView(props: {
  readonly exchange: Exchange;
  /** What can be done with it. */
  readonly actions: ReactNode;
}): ReactNode {
  const { exchange } = props;
  const { failure, response } = exchange;
  return (
    <>
      <div className={styles.section}>
        <Facts exchange={exchange} />
        {failure === null ? null : <p className={styles.nextStep}>{failure.nextStep}</p>}
        <Expectation exchange={exchange} />
        <AnswerRemarks exchange={exchange} />
        <PhaseWaterfall reusedConnection={exchange.reusedConnection} timings={exchange.timings} />
        {props.actions}
      </div>
      {response === null ? null : (
        <div className={styles.section}>
          <BodyView exchangeId={exchange.id} key={exchange.id} response={response} />
        </div>
      )}
      {response === null && exchange.remoteAddress === null ? null : (
        <div className={styles.section}>
          <ConnectionView exchange={exchange} />
          {response === null ? null : <AnswerHeaders headers={response.headers} />}
        </div>
      )}
    </>
  );
}

/** What came against what was expected. What nobody expected stands out as what contradicts does. */
function Expectation({ exchange }: { readonly exchange: Exchange }): ReactNode {
  const { isMet, text } = expectationMet(exchange);
  return isMet === false ? <Remark>{text}</Remark> : <p className={styles.expected}>{text}</p>;
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

function AnswerHeaders({ headers }: { readonly headers: Headers }): ReactNode {
  return (
    <details className={styles.headers}>
      <summary>{formatCount(headers.length, "answer header", "answer headers")}</summary>
      <HeaderTable headers={headers} label="Answer headers" />
    </details>
  );
}
