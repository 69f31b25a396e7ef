import type { ReactNode } from "react";
import type { Exchange, ResponseRecord } from "../../../shared/domain/exchange.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { HeaderTable } from "../../ui/header-table.tsx";
import { PaneScroll } from "../../ui/pane.tsx";
import { formatBytes } from "../../ui/quantities.ts";
import { BodyView } from "../answer/body-view.tsx";
import styles from "./exchange-detail.module.css";

/** The answer as it came, or why there is none. */
export function ExchangeResponse(props: { readonly exchange: Exchange }): ReactNode {
  const { response, failure, message, id } = props.exchange;
  if (response === null) {
    return (
      <EmptyState title="There is no answer">
        {failure === null ? message : `${failure.message} ${failure.nextStep}`}
      </EmptyState>
    );
  }
  return (
    <PaneScroll label="Response">
      <div className={styles.head}>
        <p className={styles.line}>
          <span className={styles.method}>HTTP/{response.httpVersion}</span>{" "}
          <strong>{response.status}</strong> {response.statusText}
        </p>
        <HeaderTable headers={response.headers} label="Response headers" />
      </div>
      <p className={styles.bodyHeading}>Body, {describeBody(response)}</p>
      <div className={styles.body}>
        <BodyView exchangeId={id} key={id} response={response} />
      </div>
    </PaneScroll>
  );
}

function describeBody(response: ResponseRecord): string {
  const size = formatBytes(response.byteLength);
  const cap = response.capBytes === null ? "" : ` (at the limit of ${formatBytes(response.capBytes)})`;
  return `${size}${response.truncated ? `, cut off there${cap}` : ""}`;
}
