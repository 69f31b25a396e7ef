import { assertNever } from "../../../shared/result/result.ts";
import type { TableAction } from "../control-actions.tsx";
import { clampCell, selectCell, type GridCell, type GridSelection, type GridSize } from "./grid-selection.ts";

/** What is read of a keyboard event. */
export type GridKey = {
  readonly key: string;
  readonly hasShift: boolean;
  /** Ctrl, or the Mac's Command. */
  readonly hasCommand: boolean;
  readonly hasAlt: boolean;
};

/** What a key does to a grid whose cell is not being edited. */
export type GridMeaning =
  | { readonly kind: "select"; readonly selection: GridSelection }
  /** Opens the cell; `text` is the first that is typed over what is there, null keeps that. */
  | { readonly kind: "edit"; readonly text: string | null }
  | { readonly kind: "toggle" | "clear" | "remove-rows" | "insert-row" | "duplicate-rows" }
  | { readonly kind: "move-rows"; readonly by: 1 | -1 }
  /** Escape: goes to what is before the grid. */
  | { readonly kind: "leave" };

/**
 * As in a spreadsheet; null for a key that is not the grid's, as Tab is at the last cell. `action`: what the user has the
 * key do, null where nothing.
 */
export function meaningOf(
  key: GridKey,
  action: TableAction | null,
  selection: GridSelection,
  size: GridSize,
  pageRows: number,
): GridMeaning | null {
  if (action !== null) return meaningOfAction(action, size);
  if (key.hasAlt) return null;
  const next = cellAfterKey(key, selection.cursor, size, pageRows);
  if (next !== null) {
    const cursor = clampCell(next, size);
    const isExtended = key.hasShift && key.key !== "Tab";
    return {
      kind: "select",
      selection: isExtended ? { cursor, anchor: selection.anchor } : selectCell(cursor),
    };
  }
  return key.hasCommand ? null : plain(key);
}

function plain({ key, hasShift }: GridKey): GridMeaning | null {
  switch (key) {
    case "Enter":
      return { kind: "edit", text: null };
    case " ":
      return { kind: "toggle" };
    case "Backspace":
    case "Delete":
      return { kind: "clear" };
    case "Escape":
      return { kind: "leave" };
    default:
      // One character; names of keys have more. Space with Shift is one as well, but nobody means that.
      return /^.$/su.test(key) && !(hasShift && key === " ") ? { kind: "edit", text: key } : null;
  }
}

function meaningOfAction(action: TableAction, size: GridSize): GridMeaning {
  switch (action) {
    case "table.all": {
      const cursor = { row: size.rows - 1, column: size.columns - 1 };
      return { kind: "select", selection: { anchor: { row: 0, column: 0 }, cursor } };
    }
    case "table.edit":
      return { kind: "edit", text: null };
    case "table.duplicate":
      return { kind: "duplicate-rows" };
    case "table.insert":
      return { kind: "insert-row" };
    case "table.remove":
      return { kind: "remove-rows" };
    case "table.up":
      return { kind: "move-rows", by: -1 };
    case "table.down":
      return { kind: "move-rows", by: 1 };
    default:
      return assertNever(action);
  }
}

function cellAfterKey(
  key: GridKey,
  { row, column }: GridCell,
  size: GridSize,
  pageRows: number,
): GridCell | null {
  const far = key.hasCommand;
  switch (key.key) {
    case "ArrowUp":
      return { row: far ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: far ? size.rows - 1 : row + 1, column };
    case "ArrowLeft":
      return { row, column: far ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: far ? size.columns - 1 : column + 1 };
    case "Home":
      return { row: far ? 0 : row, column: 0 };
    case "End":
      return { row: far ? size.rows - 1 : row, column: size.columns - 1 };
    case "PageUp":
      return { row: row - pageRows, column };
    case "PageDown":
      return { row: row + pageRows, column };
    case "Tab":
      return far ? null : nextCell({ row, column }, key.hasShift ? -1 : 1, size);
    default:
      return null;
  }
}

/** The next cell in reading order; null beyond the last and before the first, where Tab leaves the grid. */
export function nextCell({ row, column }: GridCell, by: 1 | -1, size: GridSize): GridCell | null {
  const place = row * size.columns + column + by;
  if (place < 0 || place >= size.rows * size.columns) return null;
  return { row: Math.floor(place / size.columns), column: place % size.columns };
}

/** Where to go when an edited cell is taken: nowhere, to the row below or above, or on in reading order. */
export type AfterCommit = "stay" | "down" | "up" | "next" | "previous";

/** A row that has just begun in the new one has a new one below. */
export function cellAfterCommit(cell: GridCell, then: AfterCommit, size: GridSize): GridCell {
  const grown = { ...size, rows: Math.max(size.rows, cell.row + 2) };
  switch (then) {
    case "stay":
      return cell;
    case "down":
      return clampCell({ ...cell, row: cell.row + 1 }, grown);
    case "up":
      return clampCell({ ...cell, row: cell.row - 1 }, grown);
    case "next":
    case "previous":
      return nextCell(cell, then === "next" ? 1 : -1, grown) ?? cell;
    default:
      return assertNever(then);
  }
}
