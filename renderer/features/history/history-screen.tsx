import { useRef, useState, type ReactNode, type RefObject } from "react";
import { useNavigation } from "../../app/navigation-context.tsx";
import { usePaneSize } from "../../app/pane-size.ts";
import type { GridHandle } from "../../ui/data-grid-types.ts";
import { ErrorBoundary } from "../../ui/error-boundary.tsx";
import { Pane } from "../../ui/pane.tsx";
import { SplitPane } from "../../ui/split-pane.tsx";
import { ExchangeComparison, type Compared } from "../compare/exchange-comparison.tsx";
import { AskedDialogs } from "./asked-dialogs.tsx";
import { ExchangeDetail } from "./exchange-detail.tsx";
import { HistoryListPane } from "./history-list-pane.tsx";
import styles from "./history-screen.module.css";
import { HistoryViewProvider } from "./history-view-context.tsx";
import { SelectionProvider } from "./selection-context.tsx";
import { useFollowHistory } from "./use-history-calls.ts";

/** Every exchange as it was: the list, and beside it the one that is open; or two of them compared. */
export function HistoryScreen(): ReactNode {
  useFollowHistory();
  return (
    <HistoryViewProvider>
      <SelectionProvider>
        <Screen />
        <AskedDialogs />
      </SelectionProvider>
    </HistoryViewProvider>
  );
}

function Screen(): ReactNode {
  const [compared, setCompared] = useState<Compared | null>(null);
  const grid = useRef<GridHandle>(null);
  return (
    <>
      {/* It stays while two are compared, so that the way back leads to where one was. */}
      <div className={styles.layer} hidden={compared !== null}>
        <ListAndDetail grid={grid} onCompare={setCompared} />
      </div>
      {compared === null ? null : (
        <div className={styles.layer}>
          <ErrorBoundary what="The comparison">
            <ExchangeComparison
              compared={compared}
              onChange={setCompared}
              onClose={() => {
                setCompared(null);
                requestAnimationFrame(() => grid.current?.focus());
              }}
            />
          </ErrorBoundary>
        </div>
      )}
    </>
  );
}

function ListAndDetail(props: {
  readonly grid: RefObject<GridHandle | null>;
  readonly onCompare: (compared: Compared) => void;
}): ReactNode {
  const { grid, onCompare } = props;
  const { openedExchangeId, setOpenedExchangeId } = useNavigation();
  const { size, onResized } = usePaneSize("history.detail");
  /** The exchange that the next chosen one is compared with. */
  const [waitingId, setWaitingId] = useState<string | null>(null);
  const close = () => {
    setOpenedExchangeId(null);
    // To the row that was open, so that the arrows go on from there.
    grid.current?.focus();
  };
  const onOpen = (id: string) => {
    if (waitingId === null || waitingId === id) setOpenedExchangeId(id);
    else onCompare({ kind: "exchanges", leftId: waitingId, rightId: id });
    if (waitingId !== id) setWaitingId(null);
  };
  const onClose = () => {
    if (waitingId !== null) setWaitingId(null);
    else if (openedExchangeId !== null) close();
    else return false;
    return true;
  };
  const onPickOther = (id: string) => {
    setWaitingId(id);
    grid.current?.focus();
  };
  const detail =
    openedExchangeId === null ? null : (
      <ErrorBoundary shownId={openedExchangeId} what="The exchange">
        <ExchangeDetail
          id={openedExchangeId}
          onClose={close}
          onCompare={onCompare}
          onPickOther={onPickOther}
        />
      </ErrorBoundary>
    );
  return (
    <SplitPane
      defaultSize={520}
      direction="row"
      first={
        <Pane label="Exchanges">
          <HistoryListPane
            {...{ grid, onClose, onCompare, onOpen, waitingId }}
            onStopWaiting={() => setWaitingId(null)}
          />
        </Pane>
      }
      label="Width of the opened exchange"
      minimum={380}
      minimumOther={{ usual: 600, least: 300 }}
      onResized={onResized}
      second={detail}
      size={size}
      sized="second"
    />
  );
}
