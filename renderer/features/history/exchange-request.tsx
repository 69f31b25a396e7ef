import type { ReactNode } from "react";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { CodeView } from "../../ui/code-view.tsx";
import { HeaderTable } from "../../ui/header-table.tsx";
import { formatBytes } from "../../ui/quantities.ts";
import styles from "./exchange-detail.module.css";
import { findingMarks } from "./finding-marks.ts";

/** What was sent, with secrets as references. */
export function ExchangeRequest(props: { readonly exchange: Exchange }): ReactNode {
  const { request, findings } = props.exchange;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.line}>
          <span className={styles.method}>{request.method}</span> {request.url}
        </p>
        <HeaderTable headers={request.headers} label="Request headers" />
      </div>
      <p className={styles.bodyHeading}>Body, {formatBytes(request.byteLength)}</p>
      <CodeView label="Request body" marks={findingMarks(findings)} text={request.text} />
    </>
  );
}
