import type { Viewport } from "./list-window.ts";

export const GRID_ROW_HEIGHT = 30;
export const GRID_HEAD_HEIGHT = 30;

/** What the layout needs to know of a column. Widths are CSS pixels. */
export type ColumnWidths = {
  readonly id: string;
  /** What it likes to have. */
  readonly width: number;
  /** What it can do with. */
  readonly minWidth: number;
  /** Its share of the room that is left over; none if absent. */
  readonly grow?: number;
};

/**
 * The width of each column: as wished where all fit, the room that is left over going to those that grow; where they do not fit,
 * each gives up what it can do without, in proportion. Below that the table scrolls sideways.
 */
export function columnWidths(
  columns: readonly ColumnWidths[],
  chosen: Readonly<Record<string, number>>,
  available: number,
): readonly number[] {
  const wished = columns.map((column) => Math.max(column.minWidth, chosen[column.id] ?? column.width));
  const left = available - sum(wished);
  if (!Number.isFinite(left) || left === 0) return wished;
  if (left < 0) {
    const spare = columns.map((column, index) => (wished[index] ?? 0) - column.minWidth);
    const share = Math.min(1, -left / Math.max(1, sum(spare)));
    return wished.map((width, index) => Math.floor(width - (spare[index] ?? 0) * share));
  }
  const growths = columns.map((column) => (chosen[column.id] === undefined ? (column.grow ?? 0) : 0));
  const all = sum(growths);
  // With every growing column set by hand the last one takes the rest, so that rows have no hole at their end.
  if (all === 0) return wished.map((width, index) => width + (index === wished.length - 1 ? left : 0));
  return wished.map((width, index) => width + Math.floor((left * (growths[index] ?? 0)) / all));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Rows drawn beyond the view, so that scrolling shows no gaps. */
const OVERSCAN = 8;

/** The rows to draw, from `first` to before `end`. The head stands over the first pixels of the viewport. */
export function rowWindow(
  rowCount: number,
  viewport: Viewport,
): { readonly first: number; readonly end: number } {
  const first = Math.floor(viewport.top / GRID_ROW_HEIGHT) - OVERSCAN;
  const end = Math.ceil((viewport.top + viewport.height) / GRID_ROW_HEIGHT) + OVERSCAN;
  return { first: Math.min(Math.max(0, first), rowCount), end: Math.min(Math.max(0, end), rowCount) };
}

/** The scroll position that shows a row below the head, nearest to the present one. */
export function scrollTopForRow(row: number, viewport: Viewport): number {
  const top = row * GRID_ROW_HEIGHT;
  const room = viewport.height - GRID_HEAD_HEIGHT;
  if (top < viewport.top) return top;
  if (top + GRID_ROW_HEIGHT > viewport.top + room) return top + GRID_ROW_HEIGHT - room;
  return viewport.top;
}
