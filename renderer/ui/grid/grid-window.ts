import { columnStarts, GRID_HEADING_HEIGHT, GRID_NUMBER_WIDTH, GRID_ROW_HEIGHT } from "./grid-column.ts";
import type { GridCell } from "./grid-selection.ts";

/** What a grid shows of itself, in CSS pixels. */
export type GridView = {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
};

const OVERSCAN = 3;

/** Rows from `first` to before `end` are drawn. */
export function rowsInView(
  rowCount: number,
  view: Pick<GridView, "top" | "height">,
): { first: number; end: number } {
  const first = Math.floor(view.top / GRID_ROW_HEIGHT) - OVERSCAN;
  const end = Math.ceil((view.top + view.height) / GRID_ROW_HEIGHT) + OVERSCAN;
  return { first: Math.min(Math.max(first, 0), rowCount), end: Math.min(Math.max(end, 0), rowCount) };
}

/** The scroll position, nearest to the present one, that shows a cell beside the number and the first column, which stay. */
export function scrollToCell(
  cell: GridCell,
  columns: readonly { readonly width: number }[],
  view: GridView,
): { readonly top: number; readonly left: number } {
  const top = cell.row * GRID_ROW_HEIGHT;
  const room = view.height - GRID_HEADING_HEIGHT;
  const starts = columnStarts(columns);
  const [left = 0, right = 0] = [starts[cell.column], starts[cell.column + 1]];
  const kept = GRID_NUMBER_WIDTH + (columns[0]?.width ?? 0);
  return {
    top: nearest(view.top, top, top + GRID_ROW_HEIGHT, room),
    left: cell.column === 0 ? view.left : nearest(view.left, left - kept, right - kept, view.width - kept),
  };
}

function nearest(position: number, start: number, end: number, room: number): number {
  if (start < position) return Math.max(0, start);
  return end > position + room ? Math.max(0, Math.min(start, end - room)) : position;
}
