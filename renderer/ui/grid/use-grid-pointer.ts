import { useMemo, type PointerEvent, type RefObject } from "react";
import { useLatest } from "../use-latest.ts";
import type { GridColumn } from "./grid-column.ts";
import type { RowActions } from "./grid-row.tsx";
import { rangeOf, selectCell, type GridRange, type GridSelection } from "./grid-selection.ts";
import type { GridCommands } from "./grid.tsx";
import type { GridEditing } from "./use-grid-editing.ts";
import { useRowDrag, type RowDrag } from "./use-row-drag.ts";

type PointerOptions<Row> = {
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly selection: GridSelection;
  readonly range: GridRange;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onSelection: (selection: GridSelection) => void;
  readonly editing: GridEditing;
  readonly commands: Pick<GridCommands, "onMoveRows">;
};

/** The mouse: a press selects, with Shift up to there; a double one opens; a number selects its row and drags it. */
export function useGridPointer<Row>(options: PointerOptions<Row>): {
  readonly actions: RowActions;
  readonly drag: RowDrag | null;
} {
  const { commands, range } = options;
  const { drag, start } = useRowDrag({
    scroller: options.scroller,
    rowCount: options.rows.length,
    onDrop({ first, last, before }) {
      const by = before > last ? before - last - 1 : Math.min(before - first, 0);
      if (by !== 0) commands.onMoveRows({ ...range, top: first, bottom: last }, by);
    },
  });
  const latest = useLatest({ ...options, startDrag: start });
  const actions = useMemo<RowActions>(
    () => ({
      onPointerDown(event, row, column) {
        const { selection, onSelection, editing, columns } = latest.current;
        const wasThere = selection.cursor.row === row && selection.cursor.column === column;
        const cell = { row, column };
        onSelection(event.shiftKey ? { anchor: selection.anchor, cursor: cell } : selectCell(cell));
        if (wasThere && columns[column]?.kind === "choice" && event.button === 0) editing.start(null);
      },
      onNumberPointerDown: (event, row) => pressNumber(event, row, latest.current),
      onDoubleClick(row, column) {
        if (latest.current.columns[column]?.kind !== "check")
          latest.current.editing.start(null, { row, column });
      },
      onToggle(row, column) {
        const { columns, rows, editing } = latest.current;
        const value = rows[row];
        if (value !== undefined)
          editing.write({ row, column }, columns[column]?.text(value) === "" ? "yes" : "no");
      },
    }),
    [latest],
  );
  return { actions, drag };
}

/** Selects the row, with Shift up to there, and begins to drag it with the others that are selected. */
function pressNumber<Row>(
  event: PointerEvent,
  row: number,
  options: PointerOptions<Row> & { readonly startDrag: ReturnType<typeof useRowDrag>["start"] },
): void {
  const { range, selection, rows, columns } = options;
  event.preventDefault();
  options.scroller.current?.focus();
  const lastColumn = columns.length - 1;
  const isWithin = range.left === 0 && range.right === lastColumn && row >= range.top && row <= range.bottom;
  const anchor = event.shiftKey ? selection.anchor.row : row;
  const whole: GridSelection = { anchor: { row: anchor, column: lastColumn }, cursor: { row, column: 0 } };
  const dragged = isWithin && !event.shiftKey ? selection : whole;
  if (dragged !== selection) options.onSelection(whole);
  if (row >= rows.length) return;
  const { top, bottom } = rangeOf(dragged);
  options.startDrag(event, { first: top, last: Math.min(bottom, rows.length - 1) });
}
