import { useState, type ReactNode } from "react";
import { formatCount } from "../../ui/quantities.ts";
import { useHistoryView } from "./history-view-context.tsx";
import styles from "./search-bar.module.css";
import { useFollowedCall } from "./use-history-calls.ts";

export type Counted = { readonly count: number; readonly isExact: boolean };

/** How many exchanges fit. Where counting all would take long it is "at least so many", until an exact one is asked for. */
export function useHistoryCount(): {
  readonly fitting: Counted | null;
  readonly total: number | null;
  readonly countExactly: () => void;
} {
  const { query, text } = useHistoryView();
  const [exactFor, setExactFor] = useState<string | null>(null);
  const exact = exactFor === text;
  const fitting = useFollowedCall("history.count", { query, exact, lane: "history-count" });
  const status = useFollowedCall("history.status", {});
  return {
    fitting: fitting ?? null,
    total: status?.count ?? null,
    countExactly: () => setExactFor(text),
  };
}

/** `318 of 12,408`; without a query `12,408 exchanges`. */
export function HistoryCount(props: ReturnType<typeof useHistoryCount>): ReactNode {
  const { text } = useHistoryView();
  const { fitting, total } = props;
  if (total === null) return null;
  if (text.trim() === "" || fitting === null)
    return <output className={styles.count}>{formatCount(total, "exchange", "exchanges")}</output>;
  const count = fitting.count.toLocaleString("en-GB");
  return (
    <output aria-label="Count" className={styles.count}>
      {fitting.isExact ? (
        count
      ) : (
        <button
          className={styles.more}
          onClick={props.countExactly}
          title="At least so many. Count them all."
          type="button"
        >
          {`${count}+`}
        </button>
      )}
      {` of ${total.toLocaleString("en-GB")}`}
    </output>
  );
}
