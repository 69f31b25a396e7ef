import type { ReactNode } from "react";
import type { HistorySeries } from "../../../shared/domain/history.ts";
import { outcomeLabel } from "../../ui/badge.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import { bucketCount, STACKED_OUTCOMES } from "./chart-scale.ts";
import styles from "./history-charts.module.css";
import { dayAndTime } from "./moments.ts";

/** The charts' numbers in words, for whoever reads rather than looks. */
export function ChartTable({ series }: { readonly series: HistorySeries }): ReactNode {
  const buckets = series.buckets.filter((bucket) => bucketCount(bucket) > 0);
  return (
    <details className={styles.details}>
      <summary>As a table</summary>
      <div className={styles.tableFrame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">From</th>
              {STACKED_OUTCOMES.map((outcome) => (
                <th key={outcome} scope="col">
                  {outcomeLabel(outcome)}
                </th>
              ))}
              <th scope="col">p50</th>
              <th scope="col">p95</th>
              <th scope="col">p99</th>
            </tr>
          </thead>
          <tbody>
            {buckets.map(({ from, outcomes, latency }) => (
              <tr key={from}>
                <th scope="row">{dayAndTime(from)}</th>
                {STACKED_OUTCOMES.map((outcome) => (
                  <td key={outcome}>{(outcomes[outcome] ?? 0).toLocaleString("en-GB")}</td>
                ))}
                {[latency?.p50, latency?.p95, latency?.p99].map((value, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- Three columns that stay where they are.
                  <td key={index}>{value === undefined ? "\u2013" : formatMilliseconds(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
