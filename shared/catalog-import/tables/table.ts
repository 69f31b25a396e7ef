import type { Place } from "../report.ts";
import type { ImportTable } from "../types.ts";
import type { ColumnRole } from "./columns.ts";

/** A table of a source, whatever the format. Rows may have fewer cells than there are headers, or more. */
export type SourceTable = {
  /** The heading above it; empty where there is none. */
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows of one cell over several columns, which is a heading within the table more often than anything else. */
  readonly headingRows?: ReadonlySet<number>;
  /** Where a cell is; row -1 is that of the headings. */
  place(row: number, column: number): Place;
};

const SAMPLE_ROWS = 5;

/** Of one source. A catalog of 2,000 events of 50 parameters has a tenth of it. */
export const MAXIMUM_ROWS = 1_000_000;
export const TOO_MANY_ROWS = `More than ${MAXIMUM_ROWS.toLocaleString("en-GB")} rows stand in tables. This one and those behind it were left out.`;

/** The table as it is shown for correcting the columns. */
export function describeTable(
  table: SourceTable,
  mapping: readonly (ColumnRole | null)[],
  isFirstRowData: boolean,
): ImportTable {
  const { title, headers, rows } = table;
  const place = table.place(-1, 0);
  const line = typeof place === "number" ? 1 : place.line;
  const sample = rows.slice(0, SAMPLE_ROWS);
  return { title, line, headers, isFirstRowData, mapping, rowCount: rows.length, sample };
}
