import type { CatalogEvent, Parameter } from "../domain/catalog.ts";
import { matchColumns, type ColumnRole } from "../catalog-import/tables/columns.ts";
import { COLUMNS, type ColumnId } from "./columns.ts";
import { namesOf } from "./parameter-edits.ts";
import { withCell } from "./read-cell.ts";
import { uniqueName } from "./unique-name.ts";

/** A cell that was left as it was, and why. `row` counts the pasted rows from 1, a row of headings included. */
export type PasteProblem = { readonly row: number; readonly column: ColumnId; readonly message: string };

export type Pasted = {
  readonly event: CatalogEvent;
  /** Rows of the table that have changed or are new, from `first` on. */
  readonly first: number;
  readonly count: number;
  readonly problems: readonly PasteProblem[];
};

export type PasteTarget = { readonly row: number; readonly column: ColumnId };

/**
 * Writes a pasted table over the parameters from a cell on; rows beyond the last are new parameters. With a row of headings
 * its cells go to the columns that they name, wherever they stand, and rows go to the parameters of their name if there is a
 * column of names. A cell that cannot be read keeps its parameter's value and is named; the others are not held up by it.
 */
export function pasteCells(
  event: CatalogEvent,
  target: PasteTarget,
  table: readonly (readonly string[])[],
): Pasted {
  const headings = readHeadings(table, COLUMNS.slice(COLUMNS.indexOf(target.column)));
  const columns = headings ?? COLUMNS.slice(COLUMNS.indexOf(target.column));
  const rows = headings === null ? table : table.slice(1);
  const problems: PasteProblem[] = [];
  const parameters = [...event.parameters];
  const taken = new Set(namesOf(event));
  let first = target.row;
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const at = headings === null ? target.row + index : placeOf(parameters, cells, columns);
    const place = Math.min(at, parameters.length);
    const before = parameters[place] ?? freshParameter(cells, columns, taken);
    parameters[place] = writeRow(before, cells, columns, (column, message) =>
      problems.push({ row: index + (headings === null ? 1 : 2), column, message }),
    );
    first = Math.min(first, place);
  }
  return { event: { ...event, parameters }, first, count: parameters.length - first, problems };
}

/** Where a row of a table with headings belongs: at the parameter of its name, else at the end. */
function placeOf(
  parameters: readonly Parameter[],
  cells: readonly string[],
  columns: readonly (ColumnId | null)[],
): number {
  const name = cells[columns.indexOf("name")]?.trim();
  const found = parameters.findIndex((parameter) => parameter.name === name);
  return found === -1 ? parameters.length : found;
}

function freshParameter(
  cells: readonly string[],
  columns: readonly (ColumnId | null)[],
  taken: Set<string>,
): Parameter {
  const written = cells[columns.indexOf("name")]?.trim() ?? "";
  const name = written === "" ? uniqueName("new_parameter", taken) : written;
  taken.add(name);
  return { name, type: "string" };
}

/** The type comes first, because it says how examples and allowed values are read. */
function writeRow(
  before: Parameter,
  cells: readonly string[],
  columns: readonly (ColumnId | null)[],
  onProblem: (column: ColumnId, message: string) => void,
): Parameter {
  const written = columns.flatMap((column, index) => {
    const text = cells[index];
    return column === null || text === undefined ? [] : [{ column, text }];
  });
  let parameter = before;
  for (const { column, text } of written.toSorted(
    (a, b) => Number(b.column === "type") - Number(a.column === "type"),
  )) {
    if (text.trim() === "" && (column === "name" || column === "type")) continue;
    const changed = withCell(parameter, column, text);
    if (changed.ok) parameter = changed.value;
    else onProblem(column, changed.error.message);
  }
  return parameter;
}

/** The columns that a first row names; null where it is a row of values. One of them names the parameters. */
function readHeadings(
  [cells = [], ...rows]: readonly (readonly string[])[],
  asValues: readonly ColumnId[],
): (ColumnId | null)[] | null {
  const columns = matchColumns(cells).map((role) => (role === null ? null : (COLUMN_OF_ROLE[role] ?? null)));
  const known = columns.filter((column) => column !== null);
  if (!known.includes("name")) return null;
  const isMostlyKnown = known.length * 2 > cells.length;
  return isMostlyKnown || (rows.length > 0 && isNoRow(cells, asValues)) ? columns : null;
}

/** Whether a cell cannot be a value of its column: a heading in another language where the others are known words. */
function isNoRow(cells: readonly string[], columns: readonly ColumnId[]): boolean {
  const blank: Parameter = { name: "any", type: "string" };
  return cells.some((cell, index) => {
    const column = columns[index];
    return column !== undefined && cell.trim() !== "" && !withCell(blank, column, cell).ok;
  });
}

/** What the other meanings of a column say has no place in this table. */
const COLUMN_OF_ROLE: Readonly<Partial<Record<ColumnRole, ColumnId>>> = {
  parameter: "name",
  parameterTitle: "name",
  type: "type",
  required: "required",
  format: "format",
  enum: "enum",
  maxLength: "maxLength",
  minimum: "minimum",
  maximum: "maximum",
  monetary: "monetary",
  example: "example",
  description: "description",
};
