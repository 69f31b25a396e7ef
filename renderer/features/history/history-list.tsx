import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { useNavigation } from "../../app/navigation-context.tsx";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { ArrowUpIcon } from "../../ui/icons.tsx";
import { HISTORY_COLUMNS } from "./history-columns.tsx";
import type { HistoryRows } from "./history-rows.ts";
import styles from "./history-screen.module.css";
import type { HistoryList as ListState } from "./queries.ts";
import { useTicks } from "./tick-context.tsx";

/** The rows, and over them the way to what is new. */
export function HistoryList(props: {
  readonly state: ListState;
  readonly list: HistoryRows;
  readonly table: RefObject<HTMLTableElement | null>;
}): ReactNode {
  const { state, list, table } = props;
  const { openedExchangeId, setOpenedExchangeId } = useNavigation();
  const { tick } = useTicks();
  const onKeyDown = (event: KeyboardEvent, focusedId: string | null) => {
    if (event.key !== " " || focusedId === null || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.stopPropagation();
    tick(focusedId, event.shiftKey);
  };
  const showNewest = () => {
    state.showNewest();
    table.current?.scrollTo({ top: 0 });
  };
  return (
    <div className={styles.list}>
      <output className={styles.news}>
        {state.newCount === 0 ? null : (
          <Button onPress={showNewest} size="small" variant="primary">
            <ArrowUpIcon />
            {`${state.newCount.toLocaleString("en-GB")} new`}
          </Button>
        )}
      </output>
      <DataTable
        columns={HISTORY_COLUMNS}
        isLoadingMore={state.isLoadingOlder}
        items={list.rows}
        label="Exchanges, newest first"
        onKeyDown={onKeyDown}
        onOpen={setOpenedExchangeId}
        onReachEnd={state.loadOlder}
        onScrolled={state.noteScrolled}
        opened={openedExchangeId}
        ref={table}
      />
    </div>
  );
}
