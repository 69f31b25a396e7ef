import { useMemo, type ReactNode, type RefObject } from "react";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useSetting } from "../../app/use-setting.ts";
import { Button } from "../../ui/button.tsx";
import type { GridHandle } from "../../ui/data-grid-types.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import type { Compared } from "../compare/exchange-comparison.tsx";
import { ImportButton } from "../history-import/import-button.tsx";
import { ExportButton } from "./export-button.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { HistoryCharts } from "./history-charts.tsx";
import { HistoryCount, useHistoryCount } from "./history-count.tsx";
import { HistoryList } from "./history-list.tsx";
import styles from "./history-screen.module.css";
import { useHistoryView } from "./history-view-context.tsx";
import { ListTools } from "./list-tools.tsx";
import { QuerySearch } from "./query-search.tsx";
import { SavedViews } from "./saved-views.tsx";
import barStyles from "./search-bar.module.css";
import { isEmptySelection } from "./selection.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { useSelection } from "./selection-context.tsx";
import { useHistoryList, type HistoryList as ListState } from "./use-history-list.ts";

type ListPaneProps = {
  readonly grid: RefObject<GridHandle | null>;
  readonly onOpen: (id: string) => void;
  /** Closes what is open, or ends the choice of what to compare with; answers false where there was neither. */
  readonly onClose: () => boolean;
  readonly onCompare: (compared: Compared) => void;
  /** The exchange that the next chosen one is compared with. */
  readonly waitingId: string | null;
  readonly onStopWaiting: () => void;
};

/** The search, what it finds, and what can be done with it. */
export function HistoryListPane(props: ListPaneProps): ReactNode {
  const { query, sort, isPaused, text } = useHistoryView();
  const { openedExchangeId } = useNavigation();
  const { selection } = useSelection();
  const source = useMemo(() => ({ query, sort }), [query, sort]);
  const isReading = openedExchangeId !== null || !isEmptySelection(selection);
  const state = useHistoryList(source, !isPaused && !isReading);
  const count = useHistoryCount();
  const historyCharts = useSetting("historyCharts");
  const isEmpty = state.list?.rows.length === 0 && text.trim() === "" && state.list.held === 0;
  if (isEmpty && !state.isPrevious) return <NothingYet />;
  return (
    <>
      <div className={barStyles.bar}>
        <SavedViews />
        <QuerySearch onLeaveDownwards={() => props.grid.current?.focus()} />
        <HistoryCount {...count} />
        <ImportButton />
        <ExportButton isDisabled={count.total === 0}>{"Export\u2026"}</ExportButton>
      </div>
      <FilterBar trailing={<ListTools />} />
      {props.waitingId === null ? null : <Waiting onStop={props.onStopWaiting} />}
      <SelectionBar
        onCompare={(leftId, rightId) => props.onCompare({ kind: "exchanges", leftId, rightId })}
      />
      {historyCharts ? <HistoryCharts /> : null}
      <ListOrWhyNot
        {...props}
        count={count.fitting?.isExact === true ? count.fitting.count : null}
        state={state}
      />
    </>
  );
}

function Waiting(props: { readonly onStop: () => void }): ReactNode {
  return (
    <div className={styles.waiting}>
      <output>Choose the exchange to compare with.</output>
      <Button onPress={props.onStop} size="small">
        Cancel
      </Button>
    </div>
  );
}

function NothingYet(): ReactNode {
  const { goTo } = useNavigation();
  const action = (
    <>
      <Button onPress={() => goTo("compose")} variant="primary">
        Compose an event
      </Button>
      <ImportButton />
    </>
  );
  return (
    <EmptyState action={action} title="Nothing was sent yet">
      Every request is recorded here with its answer, before the answer is shown.
    </EmptyState>
  );
}

function ListOrWhyNot(
  props: ListPaneProps & { readonly state: ListState; readonly count: number | null },
): ReactNode {
  const { list, error, retry } = props.state;
  const { setText } = useHistoryView();
  if (error !== null) {
    return (
      <EmptyState action={<Button onPress={retry}>Try again</Button>} title="The history could not be read">
        {error.message}
      </EmptyState>
    );
  }
  if (list === undefined) return null;
  if (list.rows.length === 0 && list.held === 0) {
    return (
      <EmptyState action={<Button onPress={() => setText("")}>Show everything</Button>} title="Nothing fits">
        No exchange is like that. Take a term away, or look at a longer time.
      </EmptyState>
    );
  }
  return (
    <HistoryList
      count={props.count}
      handle={props.grid}
      list={list}
      onClose={props.onClose}
      onOpen={props.onOpen}
      state={props.state}
    />
  );
}
