import { NEWEST_FIRST, type HistorySort } from "../../../shared/domain/history.ts";

/** The views that come with the console. */
export const DEFAULT_VIEWS: readonly {
  readonly name: string;
  readonly text: string;
  readonly sort: HistorySort;
  /** null: as they are. */
  readonly columns: null;
}[] = [
  { name: "Today", text: "after:today", sort: NEWEST_FIRST, columns: null },
  { name: "Rejected", text: "outcome:rejected", sort: NEWEST_FIRST, columns: null },
  {
    name: "Negative that were accepted",
    text: "negative:yes outcome:accepted",
    sort: NEWEST_FIRST,
    columns: null,
  },
  { name: "Slow", text: "took:>500ms", sort: { by: "took", direction: "descending" }, columns: null },
];
