import Papa from "papaparse";
import type { Catalog } from "../domain/catalog.ts";
import { neutralCell } from "../catalog-import/tables/cells.ts";
import { ROLE_TITLES, type ColumnRole } from "../catalog-import/tables/columns.ts";
import { catalogCells, eventCells, parameterCells, type RowCells } from "./event-row.ts";

/** The columns of every table; those behind them are there where something stands in them. */
const COLUMNS = [
  "event",
  "eventTitle",
  "eventId",
  "eventDescription",
  "group",
  "apis",
  "parameter",
  "type",
  "required",
  "format",
  "enum",
  "maxLength",
  "minimum",
  "maximum",
  "monetary",
  "description",
  "example",
] as const satisfies readonly ColumnRole[];
const MORE_COLUMNS = [
  "otherEventFields",
  "otherParameterFields",
  "catalog",
  "otherCatalogFields",
] as const satisfies readonly ColumnRole[];

/**
 * A catalog as one table: a row for each parameter, the event's own fields in its first. Imported again it is the same
 * catalog, unless two events have one key, or two parameters of an event one name. No cell is a formula to a spreadsheet.
 */
export function catalogCsv(catalog: Catalog): string {
  const rows = catalog.events.flatMap((event) => {
    const own = eventCells(event);
    const [first = {}, ...others] = event.parameters.map(parameterCells);
    const key = own.event === undefined ? own : { event: own.event };
    return [{ ...own, ...first }, ...others.map((cells): RowCells => Object.assign(cells, key))];
  });
  const [first, ...others] = rows;
  const all = first === undefined ? [] : [{ ...catalogCells(catalog), ...first }, ...others];
  const columns = [
    ...COLUMNS,
    ...MORE_COLUMNS.filter((role) => all.some((cells) => cells[role] !== undefined)),
  ];
  const head = columns.map((role) => ROLE_TITLES[role]);
  const body = all.map((cells) => columns.map((role) => neutralCell(cells[role] ?? "")));
  return csvText([head, ...body]);
}

/** Rows as CSV (RFC 4180). Cells are taken as they are. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: "\r\n" },
  )}\r\n`;
}
