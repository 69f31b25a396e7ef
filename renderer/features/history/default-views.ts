import { NEWEST_FIRST, type HistorySort } from "../../../shared/domain/history.ts";

/** The views that come with the console. */
export const DEFAULT_VIEWS: readonly {
  readonly name: string;
  readonly text: string;
  readonly sort: HistorySort;
}[] = [
  { name: "Today", text: "after:today", sort: NEWEST_FIRST },
  { name: "Rejected", text: "outcome:rejected", sort: NEWEST_FIRST },
  { name: "Negative that were accepted", text: "negative:yes outcome:accepted", sort: NEWEST_FIRST },
  { name: "Slow", text: "took:>500ms", sort: { by: "took", direction: "descending" } },
];
