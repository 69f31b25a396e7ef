import { useMemo, type ReactNode, type RefObject } from "react";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { DataGrid } from "../../ui/data-grid.tsx";
import type { GridHandle, GridSelection } from "../../ui/data-grid-types.ts";
import { ArrowUpIcon } from "../../ui/icons.tsx";
import { rowLabel } from "./history-columns.tsx";
import styles from "./history-list.module.css";
import type { HistoryRows } from "./history-rows.ts";
import { useHistoryView } from "./history-view-context.tsx";
import { isEmptySelection, isSelected } from "./selection.ts";
import { useSelection } from "./selection-context.tsx";
import { useColumns } from "./use-columns.ts";
import type { HistoryList as ListState } from "./use-history-list.ts";

/** The rows, and over them the way to what is new. */
export function HistoryList(props: {
  readonly state: ListState;
  readonly list: HistoryRows;
  /** How many fit in all, where it is known. */
  readonly count: number | null;
  readonly onOpen: (id: string) => void;
  /** Closes what is open; answers false where nothing was. */
  readonly onClose: () => boolean;
  readonly handle: RefObject<GridHandle | null>;
}): ReactNode {
  const { state, list } = props;
  const { openedExchangeId } = useNavigation();
  const { sort, setSort } = useHistoryView();
  const columns = useColumns();
  const { clear } = useSelection();
  const showNewest = () => {
    state.showNewest();
    props.handle.current?.scrollToTop();
    props.handle.current?.focus();
  };
  return (
    <div className={classNames(styles.list, state.isPrevious && styles.previous)}>
      <output className={styles.news}>
        {list.held === 0 ? null : (
          <Button onPress={showNewest} size="small" variant="primary">
            <ArrowUpIcon />
            {`${list.held.toLocaleString("en-GB")} new`}
          </Button>
        )}
      </output>
      <DataGrid
        columns={columns.shown}
        handle={props.handle}
        isLoadingMore={state.isLoadingOlder}
        items={list.rows}
        label="Exchanges"
        onEscape={() => {
          if (!props.onClose()) clear();
        }}
        onOpen={props.onOpen}
        onReachEnd={state.loadOlder}
        onResize={(id, width) => columns.change({ kind: "width", id, width })}
        onScrolled={state.noteScrolled}
        onSort={(id) => {
          const by = id === "took" ? "took" : "time";
          const isReversed = sort.by === by && sort.direction === "descending";
          setSort({ by, direction: isReversed ? "ascending" : "descending" });
          props.handle.current?.scrollToTop();
        }}
        opened={openedExchangeId}
        rowCount={list.next === null ? list.rows.length : props.count}
        selection={useGridSelection(list)}
        sort={{ columnId: sort.by, direction: sort.direction }}
        widths={columns.widths}
      />
    </div>
  );
}

function useGridSelection(list: HistoryRows): GridSelection<ExchangeSummary> {
  const { selection, tick, tickAll } = useSelection();
  const loaded = useMemo(() => list.rows.map((row) => row.id), [list.rows]);
  return {
    has: (id) => isSelected(selection, id),
    state: selection.kind === "all" ? "all" : isEmptySelection(selection) ? "none" : "some",
    onTick: (id, isRange) => tick(id, isRange, loaded),
    onTickAll: () => tickAll(list.newest),
    labelOf: rowLabel,
    allLabel: "Select everything that fits",
  };
}
