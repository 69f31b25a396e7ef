import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { bucketCount, type Bucket } from "./chart-scale.ts";
import styles from "./history-charts.module.css";
import { dayAndTime } from "./moments.ts";

/** The buckets of a chart as buttons over the drawing. One stop of the Tab key; arrows go along the time, Enter narrows to it. */
export function BucketButtons(props: {
  readonly label: string;
  readonly buckets: readonly Bucket[];
  readonly wordsOf: (bucket: Bucket) => string;
  readonly onPress: (bucket: Bucket) => void;
}): ReactNode {
  const { buckets } = props;
  const [current, setCurrent] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const last = buckets.length - 1;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfterKey(event.key, Math.min(current, last), last);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    group.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    // The keys are those of its buttons.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div aria-label={props.label} className={styles.buckets} onKeyDown={onKeyDown} ref={group} role="toolbar">
      {buckets.map((bucket, index) => {
        const words = `${dayAndTime(bucket.from)} to ${dayAndTime(bucket.until)}: ${props.wordsOf(bucket)}`;
        return (
          <button
            aria-disabled={bucketCount(bucket) === 0}
            aria-label={words}
            className={styles.bucket}
            key={bucket.from}
            onClick={() => {
              if (bucketCount(bucket) > 0) props.onPress(bucket);
            }}
            tabIndex={index === Math.min(current, last) ? 0 : -1}
            title={words}
            type="button"
          />
        );
      })}
    </div>
  );
}

function placeAfterKey(key: string, place: number, last: number): number | null {
  if (key === "ArrowRight") return Math.min(place + 1, last);
  if (key === "ArrowLeft") return Math.max(place - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}
