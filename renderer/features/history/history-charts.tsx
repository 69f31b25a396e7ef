import type { ReactNode } from "react";
import type { HistorySeries } from "../../../shared/domain/history.ts";
import { outcomeLabel } from "../../ui/badge.tsx";
import { formatCount, formatMilliseconds } from "../../ui/quantities.ts";
import { bucketCount, linePath, roundUp, stackBar, STACKED_OUTCOMES, type Bucket } from "./chart-scale.ts";
import { ChartTable } from "./chart-table.tsx";
import { BucketButtons } from "./bucket-buttons.tsx";
import styles from "./history-charts.module.css";
import { useHistoryView } from "./history-view-context.tsx";
import { withOnly, withTime } from "./query-text.ts";
import { useFollowedCall } from "./use-history-calls.ts";

const BUCKETS = 48;
const WIDTH = 480;
const HEIGHT = 64;

/** What the query finds, drawn: outcomes over time, and how long it took. Both narrow the query where they are pressed. */
export function HistoryCharts(): ReactNode {
  const { query } = useHistoryView();
  const series = useFollowedCall("history.series", { query, buckets: BUCKETS, lane: "history-series" });
  if (series === undefined || series.buckets.length === 0) return null;
  return (
    <section aria-label="Charts" className={styles.charts}>
      <OutcomeChart series={series} />
      <LatencyChart series={series} />
      <ChartTable series={series} />
    </section>
  );
}

function useNarrowTo(): (bucket: Bucket) => void {
  const { text, setText } = useHistoryView();
  return (bucket) => setText(withTime(text, bucket.from, bucket.until));
}

function OutcomeChart({ series }: { readonly series: HistorySeries }): ReactNode {
  const { text, setText } = useHistoryView();
  const narrow = useNarrowTo();
  const most = Math.max(...series.buckets.map(bucketCount));
  const step = WIDTH / series.buckets.length;
  const occurring = STACKED_OUTCOMES.filter((outcome) =>
    series.buckets.some((bucket) => (bucket.outcomes[outcome] ?? 0) > 0),
  );
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        Outcomes
        <span className={styles.legend}>
          {occurring.map((outcome) => (
            <button
              className={styles.key}
              key={outcome}
              onClick={() => setText(withOnly(text, "outcome", outcome))}
              title={`Only ${outcomeLabel(outcome).toLowerCase()}`}
              type="button"
            >
              <span aria-hidden className={styles.swatch} data-outcome={outcome} />
              {outcomeLabel(outcome)}
            </button>
          ))}
        </span>
      </figcaption>
      <div className={styles.drawing}>
        <svg
          aria-hidden="true"
          className={styles.svg}
          focusable="false"
          preserveAspectRatio="none"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        >
          {series.buckets.map((bucket, index) =>
            stackBar(bucket, most, HEIGHT).map((part) => (
              <rect
                className={styles.bar}
                data-outcome={part.outcome}
                height={part.height}
                key={`${bucket.from} ${part.outcome}`}
                width={Math.max(0.5, step - 1)}
                x={index * step + 0.5}
                y={part.y}
              />
            )),
          )}
        </svg>
        <BucketButtons
          buckets={series.buckets}
          label="Outcomes over time"
          onPress={narrow}
          wordsOf={outcomeWords}
        />
        <span className={styles.top}>{most.toLocaleString("en-GB")}</span>
      </div>
    </figure>
  );
}

function outcomeWords(bucket: Bucket): string {
  const parts = STACKED_OUTCOMES.flatMap((outcome) => {
    const count = bucket.outcomes[outcome] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString("en-GB")} ${outcomeLabel(outcome).toLowerCase()}`];
  });
  return parts.length === 0 ? "none" : parts.join(", ");
}

const PERCENTILES = ["p50", "p95", "p99"] as const;

function LatencyChart({ series }: { readonly series: HistorySeries }): ReactNode {
  const { text, setText } = useHistoryView();
  const narrow = useNarrowTo();
  const { latency } = series;
  if (latency === null) return null;
  const most = roundUp(Math.max(...series.buckets.map((bucket) => bucket.latency?.p99 ?? 0)));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        Took
        <span className={styles.legend}>
          {PERCENTILES.map((percentile) => (
            <button
              aria-label={`${percentile}: ${formatMilliseconds(latency[percentile])}. Only slower ones.`}
              className={styles.key}
              key={percentile}
              onClick={() => setText(withOnly(text, "took", `>${durationOf(latency[percentile])}`))}
              title="Only those that took longer"
              type="button"
            >
              <span aria-hidden className={styles.swatch} data-percentile={percentile} />
              {percentile} {formatMilliseconds(latency[percentile])}
            </button>
          ))}
        </span>
      </figcaption>
      <div className={styles.drawing}>
        <svg
          aria-hidden="true"
          className={styles.svg}
          focusable="false"
          preserveAspectRatio="none"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        >
          {PERCENTILES.map((percentile) => (
            <path
              className={styles.line}
              d={linePath(
                series.buckets.map((bucket) => bucket.latency?.[percentile] ?? null),
                most,
                WIDTH,
                HEIGHT,
              )}
              data-percentile={percentile}
              key={percentile}
            />
          ))}
        </svg>
        <BucketButtons
          buckets={series.buckets}
          label="Latency over time"
          onPress={narrow}
          wordsOf={latencyWords}
        />
        <span className={styles.top}>{formatMilliseconds(most)}</span>
      </div>
    </figure>
  );
}

function latencyWords({ latency }: Bucket): string {
  if (latency === null) return "none with an answer";
  const parts = PERCENTILES.map((percentile) => `${percentile} ${formatMilliseconds(latency[percentile])}`);
  return `${formatCount(latency.count, "answer", "answers")}, ${parts.join(", ")}`;
}

/** A duration as the query language writes it. */
function durationOf(milliseconds: number): string {
  return `${Math.max(0, Math.floor(milliseconds * 10) / 10)}ms`;
}
