import type { Place } from "../report.ts";
import type { ImportTable } from "../types.ts";
import type { ColumnRole } from "./columns.ts";

/** A table of a source, whatever the format. Rows may have fewer cells than there are headers, or more. */
export type SourceTable = {
  /** The heading above it; empty where there is none. */
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where a cell is; row -1 is that of the headings. */
  place(row: number, column: number): Place;
};

const SAMPLE_ROWS = 5;

/** The table as it is shown for correcting the columns. */
export function describeTable(table: SourceTable, mapping: readonly (ColumnRole | null)[]): ImportTable {
  const { title, headers, rows } = table;
  const place = table.place(-1, 0);
  const line = typeof place === "number" ? 1 : place.line;
  return { title, line, headers, mapping, rowCount: rows.length, sample: rows.slice(0, SAMPLE_ROWS) };
}
