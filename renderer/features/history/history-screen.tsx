import { useMemo, useRef, type ReactNode, type RefObject } from "react";
import { useNavigation } from "../../app/navigation-context.tsx";
import { usePaneSize } from "../../app/pane-size.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorBoundary } from "../../ui/error-boundary.tsx";
import { Pane } from "../../ui/pane.tsx";
import { SplitPane } from "../../ui/split-pane.tsx";
import { ExchangeDetail } from "./exchange-detail.tsx";
import { HistoryList } from "./history-list.tsx";
import { HistoryToolbar } from "./history-toolbar.tsx";
import { useHistoryList, type HistoryList as ListState } from "./queries.ts";
import { TickProvider } from "./tick-context.tsx";

/** Every exchange as it was: the list, and beside it the one that is open. */
export function HistoryScreen(): ReactNode {
  const state = useHistoryList();
  const { openedExchangeId, setOpenedExchangeId } = useNavigation();
  const { size, onResized } = usePaneSize("history.detail");
  const table = useRef<HTMLTableElement>(null);
  const close = () => {
    setOpenedExchangeId(null);
    // To the row that was open, so that the arrows go on from there.
    table.current?.focus();
  };
  const detail =
    openedExchangeId === null ? null : (
      <ErrorBoundary shownId={openedExchangeId} what="The exchange">
        <ExchangeDetail id={openedExchangeId} onClose={close} />
      </ErrorBoundary>
    );
  return (
    <SplitPane
      defaultSize={520}
      direction="row"
      first={
        <Pane label="Exchanges">
          <ListOrWhyNot state={state} table={table} />
        </Pane>
      }
      label="Width of the opened exchange"
      minimum={320}
      minimumOther={480}
      onResized={onResized}
      second={detail}
      size={size}
      sized="second"
    />
  );
}

function ListOrWhyNot(props: {
  readonly state: ListState;
  readonly table: RefObject<HTMLTableElement | null>;
}): ReactNode {
  const { list, error, retry } = props.state;
  const { goTo } = useNavigation();
  const order = useMemo(() => (list === undefined ? [] : list.rows.map((row) => row.id)), [list]);
  if (list === undefined) {
    if (error === null) return null;
    return (
      <EmptyState action={<Button onPress={retry}>Try again</Button>} title="The history could not be read">
        {error.message}
      </EmptyState>
    );
  }
  if (list.rows.length === 0) {
    const action = (
      <Button onPress={() => goTo("compose")} variant="primary">
        Compose an event
      </Button>
    );
    return (
      <EmptyState action={action} title="Nothing was sent yet">
        Every request is recorded here with its answer, before the answer is shown.
      </EmptyState>
    );
  }
  return (
    <TickProvider order={order}>
      <HistoryToolbar total={list.heard} />
      <HistoryList list={list} state={props.state} table={props.table} />
    </TickProvider>
  );
}
