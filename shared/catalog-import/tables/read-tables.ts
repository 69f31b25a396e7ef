import { lastMember } from "../../json/path.ts";
import type { CatalogBuilder } from "../builder.ts";
import { quoted, type Report } from "../report.ts";
import type { ImportOptions, ImportTable } from "../types.ts";
import { plainCell, readFieldsCell } from "./cells.ts";
import { mappingOf } from "./bare-id.ts";
import type { ColumnRole } from "./columns.ts";
import { addId, nameAndId } from "../title-id.ts";
import { assumptionOf, looksLikeData, mappingOfData, withoutHeadings } from "./headless.ts";
import { whyNoEvent } from "./row-kinds.ts";
import { catalogFieldsOf, eventFieldsOf, parameterOf, type Row } from "./read-row.ts";
import { describeTable, type SourceTable } from "./table.ts";

/** Reads every table into the builder and answers how each was understood. */
export function readTables(
  tables: readonly SourceTable[],
  builder: CatalogBuilder,
  report: Report,
  options: Pick<ImportOptions, "mappings" | "firstRowIsData">,
): ImportTable[] {
  return tables.map((source, index) => {
    const stated = options.firstRowIsData?.[index];
    const isHeadless = stated ?? looksLikeData(source);
    const table = isHeadless ? withoutHeadings(source) : source;
    const mapping = options.mappings?.[index] ?? (isHeadless ? mappingOfData(table) : mappingOf(table));
    if (isHeadless && stated === undefined) {
      report.say("warning", table.place(0, 0), assumptionOf(table, mapping));
    }
    readTable(table, mapping, builder, report);
    return describeTable(table, mapping, isHeadless);
  });
}

/** All of them are in our own export, and hardly in anybody else's list. */
const OUR_COLUMNS: readonly ColumnRole[] = ["apis", "group", "enum", "maxLength", "monetary", "example"];

function readTable(
  table: SourceTable,
  mapping: readonly (ColumnRole | null)[],
  builder: CatalogBuilder,
  report: Report,
): void {
  const columns = new Map<ColumnRole, number>();
  mapping.forEach((role, column) => {
    if (role !== null && !columns.has(role)) columns.set(role, column);
  });
  const hasParameters = columns.has("parameter");
  if (!hasParameters && !columns.has("event")) return;
  const titled = columns.has("event") ? null : eventOfTitle(table, builder, report);
  if (titled === null && !columns.has("event") && table.headingRows?.has(0) !== true) {
    const message = "It does not show which event this table is of: it has no column and no heading for it.";
    report.say("error", table.place(-1, 0), message);
    return;
  }
  // Our own tables have no comments in them, and names of any kind.
  const isOurs = OUR_COLUMNS.every((role) => columns.has(role));
  let event = titled;
  table.rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    if (table.headingRows?.has(index) === true && !isNameOfFollowing(table, index, columns)) {
      if (!columns.has("event")) event = eventOfTitle(headingTable(table, index), builder, report);
      else report.say("info", table.place(index, 0), `${quoted(cells[0] ?? "")} ${IS_HEADING}`);
      return;
    }
    const row = rowOf(table, cells, index, columns);
    sayBeyond(table, index, mapping, report);
    const named = nameIn(row, "event");
    const reason = isOurs || named === event ? null : whyNoEvent(row.text("event"), cells);
    if (reason !== null) {
      report.say("warning", row.place("event"), `${quoted(named)} ${reason}`);
      return;
    }
    if (named !== "") event = named;
    if (event === null) {
      report.say(
        "error",
        table.place(index, 0),
        "No row above says which event this row is of; it was left out.",
      );
      return;
    }
    readRow(row, event, hasParameters, builder, report);
  });
}

/** Cells that no heading stands above belong to nothing. */
function sayBeyond(
  table: SourceTable,
  index: number,
  mapping: readonly (ColumnRole | null)[],
  report: Report,
): void {
  const { headers } = table;
  const last = Math.max(
    headers.findLastIndex((header) => header !== ""),
    mapping.findLastIndex((role) => role !== null),
  );
  const cells = table.rows[index] ?? [];
  const found = cells.findIndex((cell, column) => column > last && cell.trim() !== "");
  if (found === -1) return;
  const message = `${quoted(cells[found] ?? "")} stands behind the last heading; it was left out.`;
  report.say("warning", table.place(index, found), message);
}

const IS_HEADING =
  "is merged over several columns; it was taken for a heading within the table, and not for an event.";

/** Whether the rows below leave their event to this one, which makes what it says the event's name. */
function isNameOfFollowing(
  { rows, headingRows }: SourceTable,
  index: number,
  columns: ReadonlyMap<ColumnRole, number>,
): boolean {
  const column = columns.get("event");
  const next = headingRows?.has(index + 1) === true ? undefined : rows[index + 1];
  return column !== undefined && next !== undefined && (next[column] ?? "").trim() === "";
}

/** The rows under a heading within a table, as far as their event is looked for. */
function headingTable(table: SourceTable, index: number): SourceTable {
  return {
    ...table,
    title: table.rows[index]?.[0] ?? "",
    place: (_row, column) => table.place(index, column),
  };
}

function rowOf(
  table: SourceTable,
  cells: readonly string[],
  index: number,
  columns: ReadonlyMap<ColumnRole, number>,
): Row {
  return {
    text(role) {
      const column = columns.get(role);
      return column === undefined ? "" : plainCell((cells[column] ?? "").trim());
    },
    place: (role) => table.place(index, columns.get(role) ?? 0),
  };
}

/** The key of the event, or the name of the parameter; our own tables have it among the other fields where no cell can hold it. */
function nameIn(row: Row, role: "event" | "parameter"): string {
  const text = row.text(role);
  if (text !== "") return text;
  const object = readFieldsCell(row.text(role === "event" ? "otherEventFields" : "otherParameterFields"));
  const name = object === null ? undefined : lastMember(object, role === "event" ? "key" : "name")?.value;
  return name?.kind === "string" ? name.value : "";
}

/** In the column of parameters these say that there is none. */
const NONE = new Set(["-", "–", "—", "n/a", "none"]);

function readRow(
  row: Row,
  event: string,
  hasParameters: boolean,
  builder: CatalogBuilder,
  report: Report,
): void {
  builder.addEvent(event, eventFieldsOf(row, event, hasParameters, report), row.place("event"));
  builder.addCatalogFields(catalogFieldsOf(row, report));
  if (!hasParameters) return;
  const name = nameIn(row, "parameter");
  const isNone = NONE.has(name.toLowerCase()) && row.text("type").replace(/^[-–—]$/, "") === "";
  if (name !== "" && !isNone) {
    builder.addParameter(event, parameterOf(row, event, name, report), row.place("parameter"));
  } else if (name === "" && row.text("type") !== "") {
    const message = `A parameter of type ${quoted(row.text("type"))} has no name; it was left out.`;
    report.say("error", row.place("parameter"), message, { event });
  }
}

/** A heading of words that say what follows, not of which event. */
const ABOUT = /^(?:events?|parameters?|properties|attributes|custom|the|for|of|and|key|name|list|table)$/i;

/** The event that a table's heading names, with the id that stands behind the name. */
function eventOfTitle(table: SourceTable, builder: CatalogBuilder, report: Report): string | null {
  const title = table.title.trim();
  const { name, id, isCertain } = nameAndId(title);
  const event = builder.has(title) ? title : nameOfTitle(name, table, builder, report);
  if (event === null || event === title || id === null) return event;
  addId(event, { id, isCertain }, table.place(-1, 0), builder, report);
  return event;
}

/** A known event, else the word that looks like a name, else the heading itself. */
function nameOfTitle(
  title: string,
  table: SourceTable,
  builder: CatalogBuilder,
  report: Report,
): string | null {
  if (title === "") return null;
  const stated = /^event(?:\s*(?:name|key))?\s*:\s*(.+)$/is.exec(title)?.[1];
  if (stated !== undefined) return stated.trim();
  const words = title.split(/[\s:,;()[\]"'`*]+/).filter((word) => word !== "");
  const known = [title, ...words].find((word) => builder.has(word)) ?? builder.keyOfTitle(title);
  if (known !== null) return known;
  const telling = words.filter((word) => !ABOUT.test(word) && !/^[\d.]+$/.test(word));
  const name = telling.find((word) => word.includes("_")) ?? (telling.length === 1 ? telling[0] : undefined);
  if (name !== undefined) return name;
  if (telling.length === 0) return null;
  const reason = `The heading ${quoted(title)} names no event by its key.`;
  report.guess({ event: title, parameter: null, field: "key", reason });
  report.say("warning", table.place(-1, 0), `${reason} The heading itself was taken.`, { event: title });
  return title;
}
