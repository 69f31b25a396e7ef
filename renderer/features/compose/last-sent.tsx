import type { ReactNode } from "react";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { DraftKey } from "./draft-store.ts";
import { OutcomeBadge } from "../../ui/badge.tsx";
import { PaneHeading } from "../../ui/pane.tsx";
import { formatMilliseconds } from "../../ui/quantities.ts";
import { clockTime } from "./clock-time.ts";
import styles from "./last-sent.module.css";
import { useLastSent } from "./use-last-sent.ts";

const MOST_ROWS = 8;

/** The last exchanges of an event; one that is chosen is shown as the answer. */
export function LastSent(props: {
  readonly draft: DraftKey;
  readonly shownId: string | null;
  readonly onShow: (exchangeId: string) => void;
}): ReactNode {
  const rows = useLastSent(props.draft).slice(0, MOST_ROWS);
  if (rows.length === 0) return null;
  return (
    <section aria-label="Last sent" className={styles.section}>
      <PaneHeading>Last sent</PaneHeading>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              aria-current={row.id === props.shownId}
              className={styles.row}
              onClick={() => props.onShow(row.id)}
              type="button"
            >
              <OutcomeBadge outcome={row.outcome} />
              <time dateTime={row.sentAt}>{clockTime(row.sentAt)}</time>
              <span className={styles.what}>{whatCameOfIt(row)}</span>
              <span className={styles.total}>{formatMilliseconds(row.totalMs)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The vendor's reference of an accepted event, else who it was about. */
function whatCameOfIt(row: ExchangeSummary): string {
  return row.reference ?? row.identity?.value ?? "";
}
