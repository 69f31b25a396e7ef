import type { ReactNode } from "react";
import type { Exchange, ResponseRecord } from "../../../shared/domain/exchange.ts";
import { CodeView } from "../../ui/code-view.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { HeaderTable } from "../../ui/header-table.tsx";
import { formatBytes } from "../../ui/quantities.ts";
import styles from "./exchange-detail.module.css";

/** The answer as it came, or why there is none. */
export function ExchangeResponse(props: { readonly exchange: Exchange }): ReactNode {
  const { response, failure, message } = props.exchange;
  if (response === null) {
    return (
      <EmptyState title="There is no answer">
        {failure === null ? message : `${failure.message} ${failure.nextStep}`}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.head}>
        <p className={styles.line}>
          <span className={styles.method}>HTTP/{response.httpVersion}</span>{" "}
          <strong>{response.status}</strong> {response.statusText}
        </p>
        <HeaderTable headers={response.headers} label="Response headers" />
      </div>
      <p className={styles.bodyHeading}>Body, {describeBody(response)}</p>
      {response.body === "" ? (
        <p className={styles.noBody}>The body is empty.</p>
      ) : (
        <CodeView label="Response body" text={response.body} />
      )}
    </>
  );
}

function describeBody(response: ResponseRecord): string {
  const size = formatBytes(response.byteLength);
  const encoding = response.bodyEncoding === "base64" ? ", not UTF-8 text and therefore shown as base64" : "";
  const cap = response.capBytes === null ? "" : ` (at the limit of ${formatBytes(response.capBytes)})`;
  return `${size}${encoding}${response.truncated ? `, cut off there${cap}` : ""}`;
}
