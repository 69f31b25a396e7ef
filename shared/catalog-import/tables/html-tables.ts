import type { Report } from "../report.ts";
import { aboutStruck, takenOf } from "../struck.ts";
import type { SourceTable } from "./table.ts";

/** Wider tables are cut. */
const MAXIMUM_COLUMNS = 100;
/** Of one page, with the cells that spans add. */
const MAXIMUM_CELLS = 3_000_000;
const TOO_MANY_CELLS = `The tables of the page have more than ${MAXIMUM_CELLS.toLocaleString("en-GB")} cells. This row and what stands behind it were left out.`;

export type CellPlace = { readonly line: number; readonly column: number };

type Cell = { kept: string; struck: string; readonly place: CellPlace };
type OpenTable = {
  readonly title: string;
  readonly place: CellPlace;
  caption: string | null;
  readonly rows: Cell[][];
  row: Cell[] | null;
  cell: Cell | null;
  /** By column: a cell of a row above that reaches into this one, and into how many. */
  readonly spanning: Map<number, { readonly cell: Cell; rows: number }>;
};

/** Builds tables from the tags of a page as they come, whether or not they are closed. A table in a cell is its own. */
export type HtmlTables = {
  startTable(title: string, place: CellPlace): void;
  startRow(): void;
  startCell(place: CellPlace, columns: number, rows: number): void;
  endCell(): void;
  endTable(): void;
  caption(text: string): void;
  /** Adds to the open cell; false where none is open. */
  text(text: string, isStruck: boolean): boolean;
  /** Closes what is open. Half a page ends within its tables. */
  finish(): readonly SourceTable[];
};

export function createHtmlTables(report: Report): HtmlTables {
  const done: SourceTable[] = [];
  const open: OpenTable[] = [];
  const budget: Budget = { left: MAXIMUM_CELLS };
  let isFull = false;
  /** Whether something more may be added, which counts as a cell whatever it is. */
  const hasRoom = (place: CellPlace | null): boolean => {
    budget.left -= 1;
    if (budget.left >= 0) return true;
    if (!isFull) report.say("error", place ?? open.at(-1)?.place ?? 0, TOO_MANY_CELLS);
    isFull = true;
    return false;
  };
  const endTable = (): void => {
    const table = open.pop();
    if (table !== undefined) done.push(sourceTable(table, report));
  };
  return {
    startTable(title, place) {
      if (!hasRoom(place)) return;
      open.push({ title, place, caption: null, rows: [], row: null, cell: null, spanning: new Map() });
    },
    startRow() {
      const table = open.at(-1);
      if (table === undefined) return;
      table.cell = null;
      if (hasRoom(null)) addRow(table, budget);
    },
    startCell(place, columns, rows) {
      const table = open.at(-1);
      if (table === undefined) return;
      table.cell = null;
      if (hasRoom(place)) addCell(table, budget, place, columns, rows);
    },
    endCell() {
      const table = open.at(-1);
      if (table !== undefined) table.cell = null;
    },
    endTable,
    caption(text) {
      const table = open.at(-1);
      if (table !== undefined) table.caption = text;
    },
    text(text, isStruck) {
      const cell = open.at(-1)?.cell ?? null;
      if (cell !== null) cell[isStruck ? "struck" : "kept"] += text;
      return cell !== null;
    },
    finish() {
      while (open.length > 0) endTable();
      return done;
    },
  };
}

/** How many more cells there may be. */
type Budget = { left: number };

function addRow(table: OpenTable, budget: Budget): Cell[] {
  const row: Cell[] = [];
  table.cell = null;
  table.row = row;
  table.rows.push(row);
  fillSpanning(table, row, budget);
  return row;
}

function addCell(table: OpenTable, budget: Budget, place: CellPlace, columns: number, rows: number): void {
  const row = table.row ?? addRow(table, budget);
  table.cell = { kept: "", struck: "", place };
  for (let count = 0; count < columns && row.length < MAXIMUM_COLUMNS; count += 1) {
    const cell = count === 0 ? table.cell : { kept: "", struck: "", place };
    if (rows > 1) table.spanning.set(row.length, { cell, rows: rows - 1 });
    row.push(cell);
    if (count > 0) budget.left -= 1;
    fillSpanning(table, row, budget);
  }
}

/** Puts cells of rows above into the columns that follow, as long as these belong to them. */
function fillSpanning({ spanning }: OpenTable, row: Cell[], budget: Budget): void {
  for (let span = spanning.get(row.length); span !== undefined; span = spanning.get(row.length)) {
    span.rows -= 1;
    if (span.rows <= 0) spanning.delete(row.length);
    row.push(span.cell);
    budget.left -= 1;
  }
}

/** Whether one cell over several columns is all there is in a row. */
function isHeading(row: readonly Cell[]): boolean {
  return row.length > 1 && row.every(({ place }) => place === row[0]?.place);
}

function sourceTable({ title, caption, rows, place }: OpenTable, report: Report): SourceTable {
  const filled = rows.filter((row) => row.length > 0);
  // What is merged over all columns above the headings is what the table is called.
  const above = filled.length > 1 && filled[0] !== undefined && isHeading(filled[0]) ? filled[0] : null;
  const [first = [], ...rest] = above === null ? filled : filled.slice(1);
  noteStruck(filled, report);
  return {
    title: caption ?? (above?.[0] === undefined ? title : textOf(above[0])),
    headingRows: new Set(rest.flatMap((row, index) => (isHeading(row) ? [index] : []))),
    headers: first.map(textOf),
    rows: rest.map((row) => row.map(textOf)),
    place(row, column) {
      const cells = row === -1 ? first : rest[row];
      return cells?.[column]?.place ?? cells?.[0]?.place ?? place;
    },
  };
}

/** Paragraphs and line breaks in a cell are one line end each. */
function textOf(cell: Cell): string {
  const lines = takenOf(cell).replaceAll("\u00a0", " ").split("\n");
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** A cell that reaches into several rows is told once. */
function noteStruck(rows: readonly (readonly Cell[])[], report: Report): void {
  const told = new Set<Cell>();
  for (const cell of rows.flat()) {
    const message = aboutStruck(cell);
    if (message === null || told.has(cell)) continue;
    told.add(cell);
    report.say("warning", cell.place, message);
  }
}
