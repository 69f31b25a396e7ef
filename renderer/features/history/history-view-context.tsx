import { createContext, use, useMemo, useState, type ReactNode } from "react";
import { NEWEST_FIRST, type HistoryQueryText, type HistorySort } from "../../../shared/domain/history.ts";

/** What of the history is shown, and how. */
export type HistoryView = {
  /** The query in force. */
  readonly text: string;
  readonly query: HistoryQueryText;
  readonly setText: (text: string) => void;
  readonly sort: HistorySort;
  readonly setSort: (sort: HistorySort) => void;
  /** New exchanges are counted and not taken into the list. */
  readonly isPaused: boolean;
  readonly setPaused: (isPaused: boolean) => void;
};

const ViewContext = createContext<HistoryView | null>(null);

/** "Today" in a query is a day here. */
const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function HistoryViewProvider(props: { readonly children: ReactNode }): ReactNode {
  const [text, setText] = useState("");
  const [sort, setSort] = useState<HistorySort>(NEWEST_FIRST);
  const [isPaused, setPaused] = useState(false);
  const view = useMemo<HistoryView>(
    () => ({
      text,
      query: { text, timeZone: TIME_ZONE },
      setText,
      sort,
      setSort,
      isPaused,
      setPaused,
    }),
    [text, sort, isPaused],
  );
  return <ViewContext value={view}>{props.children}</ViewContext>;
}

export function useHistoryView(): HistoryView {
  const view = use(ViewContext);
  if (view === null) throw new Error("useHistoryView was used outside of a HistoryViewProvider.");
  return view;
}
