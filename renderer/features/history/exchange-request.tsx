import type { ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { CodeView } from "../../ui/code-view.tsx";
import { HeaderTable } from "../../ui/header-table.tsx";
import { formatBytes } from "../../ui/quantities.ts";
import styles from "./exchange-detail.module.css";

/** What was sent, with secrets as references. */
export function ExchangeRequest(props: { readonly exchange: Exchange }): ReactNode {
  const { request } = props.exchange;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.line}>
          <span className={styles.method}>{request.method}</span> {request.url}
        </p>
        <HeaderTable headers={request.headers} label="Request headers" />
      </div>
      <p className={styles.bodyHeading}>Body, {formatBytes(request.byteLength)}</p>
      <CodeView label="Request body" text={request.text} />
    </>
  );
}
