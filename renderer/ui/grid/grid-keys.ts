import { assertNever } from "../../../shared/result/result.ts";
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

/** As in a spreadsheet; null for a key that is not the grid's, as Tab is at the last cell. */
export function meaningOf(
  key: GridKey,
  selection: GridSelection,
  size: GridSize,
  pageRows: number,
): GridMeaning | null {
  if (key.hasAlt && !key.hasCommand) return withAlt(key);
  const next = cellAfterKey(key, selection.cursor, size, pageRows);
  if (next !== null) {
    const cursor = clampCell(next, size);
    const isExtended = key.hasShift && key.key !== "Tab";
    return {
      kind: "select",
      selection: isExtended ? { cursor, anchor: selection.anchor } : selectCell(cursor),
    };
  }
  return key.hasCommand ? withCommand(key, size) : plain(key);
}

function plain({ key, hasShift }: GridKey): GridMeaning | null {
  switch (key) {
    case "Enter":
    case "F2":
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

function withCommand({ key }: GridKey, size: GridSize): GridMeaning | null {
  switch (key) {
    case "a":
      return {
        kind: "select",
        selection: {
          anchor: { row: 0, column: 0 },
          cursor: { row: size.rows - 1, column: size.columns - 1 },
        },
      };
    case "d":
      return { kind: "duplicate-rows" };
    case "Enter":
      return { kind: "insert-row" };
    case "Backspace":
    case "Delete":
      return { kind: "remove-rows" };
    default:
      return null;
  }
}

function withAlt({ key }: GridKey): GridMeaning | null {
  if (key === "ArrowUp") return { kind: "move-rows", by: -1 };
  return key === "ArrowDown" ? { kind: "move-rows", by: 1 } : null;
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
