import type { ReactNode } from "react";
import { describeClockSkew, describeTls } from "../../../shared/answers/connection-words.ts";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { ChevronDownIcon, WarningIcon } from "../../ui/icons.tsx";
import { formatCount } from "../../ui/quantities.ts";
import styles from "./answer-remarks.module.css";

/**
 * What contradicts or will soon matter, in one line until it is opened: whole sentences about clocks and certificates would
 * hide the answer's body.
 */
export function AnswerRemarks({ exchange }: { readonly exchange: Exchange }): ReactNode {
  const [first, ...others] = remarksOf(exchange);
  if (first === undefined) return null;
  return (
    <details className={styles.remarks}>
      <summary className={styles.remark}>
        <WarningIcon />
        <span className={styles.first}>{first}</span>
        <span className={styles.count}>{formatCount(others.length + 1, "remark", "remarks")}</span>
        <ChevronDownIcon />
      </summary>
      {others.map((remark) => (
        <Remark key={remark}>{remark}</Remark>
      ))}
    </details>
  );
}

/** A sentence that stands out. */
export function Remark({ children }: { readonly children: string }): ReactNode {
  return (
    <p className={styles.remark}>
      <WarningIcon />
      <span>{children}</span>
    </p>
  );
}

/** Of the answer, of the clocks, of the certificates. */
function remarksOf(exchange: Exchange): readonly string[] {
  const skew = describeClockSkew(exchange);
  const expiry = exchange.tls === null ? [] : describeTls(exchange.tls, exchange).warnings;
  return [...exchange.remarks, ...(skew === null ? [] : [skew]), ...expiry];
}
