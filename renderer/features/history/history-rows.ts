import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { Annotation, HistoryPage } from "../../../shared/domain/history.ts";

/** The part of what a query finds that the list holds: without a gap from its beginning. */
export type HistoryRows = {
  readonly rows: readonly ExchangeSummary[];
  /** Where the next page begins; null where there is none. */
  readonly next: string | null;
  /** The highest sequence that the list knows of. What came later is not in it, and later pages leave it out. */
  readonly newest: number;
  /** How many there are that came later, as last heard. */
  readonly held: number;
};

/** The list after its first page. */
export function firstRows(page: HistoryPage): HistoryRows {
  return { rows: page.rows, next: page.next, newest: page.newest, held: 0 };
}

/** The list with the page that begins at `cursor`; one that was asked for twice, or for another list, changes nothing. */
export function withOlder(list: HistoryRows, cursor: string, page: HistoryPage): HistoryRows {
  if (list.next !== cursor) return list;
  return { ...list, rows: [...list.rows, ...page.rows], next: page.next };
}

/** A list that takes in what is new and was scrolled further down before would grow for as long as somebody sends. */
const MOST_FOLLOWED = 1000;

/**
 * The list, newest first, with what is newer than `newerThan` at its front; null where it has to start again: what is new is more than
 * one page, so that there would be a gap, or the list has become long.
 */
export function withNewer(list: HistoryRows, newerThan: number, page: HistoryPage): HistoryRows | null {
  if (list.newest !== newerThan) return list;
  if (page.next !== null || list.rows.length > MOST_FOLLOWED) return null;
  const fresh = page.rows.filter((row) => row.sequence > newerThan);
  const rows = fresh.length === 0 ? list.rows : [...fresh, ...list.rows];
  return { ...list, rows, newest: Math.max(list.newest, page.newest), held: 0 };
}

/** The list as it was, knowing that so many more fit that came later. */
export function withHeld(list: HistoryRows, newerThan: number, count: number): HistoryRows {
  return list.newest !== newerThan || list.held === count ? list : { ...list, held: count };
}

/**
 * The list with what was read anew of it, as far as it went, because exchanges of it are gone or changed; null where it has become
 * another one meanwhile.
 */
export function withReadAgain(
  list: HistoryRows,
  before: HistoryRows,
  again: Pick<HistoryRows, "rows" | "next">,
): HistoryRows | null {
  return list.newest === before.newest ? { ...list, rows: again.rows, next: again.next } : null;
}

/** The list with what now stands beside one of its exchanges. */
export function withAnnotation(list: HistoryRows, id: string, annotation: Annotation): HistoryRows {
  const { pinned, tags, note } = annotation;
  const rows = list.rows.map((row) => (row.id === id ? { ...row, pinned, tags, hasNote: note !== "" } : row));
  return { ...list, rows };
}
