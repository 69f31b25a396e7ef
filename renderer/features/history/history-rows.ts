import type { HistoryPage } from "../../../shared/contract/calls.ts";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";

/** The part of the history that the list holds: its newest rows without a gap, newest first. */
export type HistoryRows = {
  readonly rows: readonly ExchangeSummary[];
  /** All exchanges there were when the newest row was taken in. */
  readonly total: number;
  /** All exchanges there are, as last heard: more than `total` while new ones are held back. */
  readonly heard: number;
  readonly hasOlder: boolean;
};

/** The list after its first page. */
export function firstRows(page: HistoryPage): HistoryRows {
  const { rows, total } = page;
  return { rows, total, heard: total, hasOlder: rows.length < total };
}

/** How many exchanges are newer than the newest row. */
export function heldBack(list: HistoryRows): number {
  return Math.max(0, list.heard - list.total);
}

/** The list as it was, knowing that there are now so many exchanges. */
export function withHeard(list: HistoryRows, heard: number): HistoryRows {
  return { ...list, heard };
}

/** `before` of the next older page. */
export function oldestSequence(list: HistoryRows): number | null {
  return list.rows.at(-1)?.sequence ?? null;
}

/** The list with an older page at its end. A page that was asked for twice changes nothing. */
export function withOlder(list: HistoryRows, page: HistoryPage, limit: number): HistoryRows {
  const oldest = oldestSequence(list) ?? Infinity;
  const rows = [...list.rows, ...page.rows.filter((row) => row.sequence < oldest)];
  const hasOlder = page.rows.length === limit && rows.length < list.total;
  return { ...list, rows, heard: page.total, hasOlder };
}

/**
 * The list with the newest page at its front. Where the page does not reach down to what the list has, there would be a
 * gap: then the list starts again from that page.
 */
export function withNewest(list: HistoryRows, page: HistoryPage): HistoryRows {
  const newest = list.rows[0]?.sequence ?? -Infinity;
  const oldestOfPage = page.rows.at(-1)?.sequence ?? Infinity;
  const hasGap = oldestOfPage > newest && page.rows.length < page.total;
  if (list.rows.length === 0 || hasGap) return firstRows(page);
  const fresh = page.rows.filter((row) => row.sequence > newest);
  return {
    rows: fresh.length === 0 ? list.rows : [...fresh, ...list.rows],
    total: page.total,
    heard: page.total,
    hasOlder: list.hasOlder,
  };
}
