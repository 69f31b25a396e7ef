/** A cell of a grid by its place; rows and columns count from 0. */
export type GridCell = { readonly row: number; readonly column: number };

/** The cell that keys act on, and the other corner of the cells that are selected with it. */
export type GridSelection = { readonly cursor: GridCell; readonly anchor: GridCell };

export type GridSize = { readonly rows: number; readonly columns: number };

/** The selected cells: from `top` to `bottom` and `left` to `right`, all included. */
export type GridRange = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export function selectCell(cell: GridCell): GridSelection {
  return { cursor: cell, anchor: cell };
}

export function rangeOf({ cursor, anchor }: GridSelection): GridRange {
  return {
    top: Math.min(cursor.row, anchor.row),
    bottom: Math.max(cursor.row, anchor.row),
    left: Math.min(cursor.column, anchor.column),
    right: Math.max(cursor.column, anchor.column),
  };
}

/** The selection within a grid of this size, which may have become smaller. */
export function clampSelection({ cursor, anchor }: GridSelection, size: GridSize): GridSelection {
  return { cursor: clampCell(cursor, size), anchor: clampCell(anchor, size) };
}

export function clampCell({ row, column }: GridCell, size: GridSize): GridCell {
  return { row: clamp(row, size.rows), column: clamp(column, size.columns) };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
