import { isTypeWord, readYesNo } from "../words.ts";
import { matchColumns, ROLE_TITLES, type ColumnRole } from "./columns.ts";
import type { SourceTable } from "./table.ts";

type Mapping = readonly (ColumnRole | null)[];

/** Rows that are looked at to tell what a table without headings has. */
export const SAMPLE_ROWS = 20;
const LONGEST_NAME = 60;
/** A column of types may have a word or two that are none. */
const LEAST_SHARE = 0.8;

/**
 * Whether the row in place of the headings is one of the table's own: none of its cells is a known heading, and one is a type
 * where the rows below have types too.
 */
export function looksLikeData({ headers, rows }: Pick<SourceTable, "headers" | "rows">): boolean {
  if (matchColumns(headers).some((role) => role !== null)) return false;
  const sample = [headers, ...rows.slice(0, SAMPLE_ROWS)];
  return namesIn(sample).length > 1 && typesIn(sample) !== -1;
}

/** The table with what stood in place of its headings as its first row, and its columns by their numbers. */
export function withoutHeadings(table: SourceTable): SourceTable {
  const rows = [table.headers, ...table.rows];
  const width = rows.slice(0, SAMPLE_ROWS).reduce((most, row) => Math.max(most, row.length), 0);
  const headingRows = new Set([...(table.headingRows ?? [])].map((row) => row + 1));
  return {
    title: table.title,
    headers: Array.from({ length: width }, (_none, column) => `Column ${column + 1}`),
    rows,
    headingRows,
    place: (row, column) => table.place(row === -1 ? -1 : row - 1, column),
  };
}

/** What the columns of a table without headings mean by what stands in them: names of events come before those of parameters. */
export function mappingOfData({ headers, rows }: Pick<SourceTable, "headers" | "rows">): Mapping {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const type = typesIn(sample);
  const [event, parameter] = namesIn(sample);
  const roles: (ColumnRole | null)[] = headers.map(() => null);
  const give = (role: ColumnRole, column: number | undefined): void => {
    if (column !== undefined && column !== -1) roles[column] = role;
  };
  give("event", event);
  give("parameter", parameter);
  give("type", type);
  for (const column of roles.keys()) {
    const role = roles[column] === null ? roleOfCells(filled(sample, column)) : null;
    if (role !== null && !roles.includes(role)) roles[column] = role;
  }
  return roles;
}

function roleOfCells(cells: readonly string[]): ColumnRole | null {
  if (cells.length === 0) return null;
  if (cells.every((cell) => readYesNo(cell) !== undefined)) return "required";
  if (cells.every((cell) => /^\d{3,15}$/.test(cell))) return "eventId";
  return cells.some((cell) => /\p{L}\s+\p{L}/u.test(cell)) ? "description" : null;
}

/** What was taken for what, as a sentence. */
export function assumptionOf({ headers, rows }: SourceTable, mapping: Mapping): string {
  const [first = []] = rows;
  const parts = headers.flatMap((_header, column) => {
    const role = mapping[column] ?? null;
    return role === null ? [] : [`"${(first[column] ?? "").slice(0, 30)}" is its ${ROLE_TITLES[role]}`];
  });
  return `No cell of the first row is a known heading, so it was read as data: ${parts.join(", ")}. If that is wrong, say what the columns are, or that the first row has the headings.`;
}

/** The column with the most types, of some the last: parameters are called `email` and `date` too. -1 where there is none. */
function typesIn(rows: readonly (readonly string[])[]): number {
  let [best, most] = [-1, LEAST_SHARE];
  for (const [column, first] of (rows[0] ?? []).entries()) {
    const cells = filled(rows, column);
    const share = cells.filter((cell) => isTypeWord(cell)).length / Math.max(1, cells.length);
    if (share >= most && isTypeWord(first.trim())) [best, most] = [column, share];
  }
  return best;
}

/** The columns of names: of events, where merged rows leave cells empty, and of parameters. */
function namesIn(rows: readonly (readonly string[])[]): number[] {
  const [first = []] = rows;
  const type = typesIn(rows);
  return [...first.keys()].filter((column) => {
    const cells = filled(rows, column);
    return column !== type && (first[column] ?? "").trim() !== "" && cells.every(isName);
  });
}

function isName(cell: string): boolean {
  if (cell.length > LONGEST_NAME || !/\p{L}/u.test(cell) || readYesNo(cell) !== undefined) return false;
  return cell.split(/\s+/).length <= 3 && /^[\p{L}\p{N}_ .-]+$/u.test(cell);
}

function filled(rows: readonly (readonly string[])[], column: number): string[] {
  return rows.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
}
