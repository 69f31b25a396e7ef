import { useMemo } from "react";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import {
  arrangeColumns,
  changeColumns,
  chosenWidths,
  showExactly,
  type ArrangedColumn,
  type ColumnChange,
} from "./column-settings.ts";
import { HISTORY_COLUMNS, type HistoryColumn } from "./history-columns.tsx";

/** The columns as the user has them, and the way to change them; they are remembered with the workspace. */
export function useColumns(): {
  readonly all: readonly ArrangedColumn<HistoryColumn>[];
  readonly shown: readonly HistoryColumn[];
  readonly widths: Readonly<Record<string, number>>;
  readonly change: (change: ColumnChange) => void;
  readonly reset: () => void;
  /** Shows exactly these, in this order. */
  readonly show: (ids: readonly string[]) => void;
} {
  const settings = useSetting("historyColumns");
  const updateSettings = useUpdateSettings();
  return useMemo(() => {
    const all = arrangeColumns(HISTORY_COLUMNS, settings);
    return {
      all,
      shown: all.flatMap(({ column, isShown }) => (isShown ? [column] : [])),
      widths: chosenWidths(settings),
      change: (change) =>
        updateSettings(({ historyColumns }) => ({
          historyColumns: changeColumns(HISTORY_COLUMNS, historyColumns, change),
        })),
      reset: () => updateSettings(() => ({ historyColumns: [] })),
      show: (ids) =>
        updateSettings(({ historyColumns }) => ({
          historyColumns: showExactly(HISTORY_COLUMNS, historyColumns, ids),
        })),
    };
  }, [settings, updateSettings]);
}
