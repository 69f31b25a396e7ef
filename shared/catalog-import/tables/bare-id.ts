import { plainWord } from "../words.ts";
import { matchColumns, type ColumnRole } from "./columns.ts";
import type { SourceTable } from "./table.ts";

type Mapping = readonly (ColumnRole | null)[];

/** What each column means by its heading, and for one that is headed just `ID` by what stands in it. */
export function mappingOf({ headers, rows }: Pick<SourceTable, "headers" | "rows">): Mapping {
  const roles = matchColumns(headers);
  const event = roles.indexOf("event");
  const id = headers.findIndex((header, column) => roles[column] === null && plainWord(header) === "id");
  if (id === -1 || event === -1 || roles.includes("eventId")) return roles;
  const parameter = roles.indexOf("parameter");
  const isBesideEvent = parameter === -1 || id < parameter;
  return (isOfEvents(rows, event, id) ?? isBesideEvent) ? roles.with(id, "eventId") : roles;
}

/**
 * Whether the numbers in a column are those of the events: an event of several rows has the same in each, where parameters
 * and rows are counted on. null where no event has a number in two rows.
 */
function isOfEvents(rows: SourceTable["rows"], event: number, id: number): boolean | null {
  const ids = new Map<string, string>();
  let key = "";
  let isRepeated = false;
  let hasNumber = false;
  for (const cells of rows) {
    const text = (cells[id] ?? "").trim();
    key = (cells[event] ?? "").trim() || key;
    if (text === "") continue;
    const before = ids.get(key);
    if (before !== undefined && before !== text) return false;
    isRepeated ||= before !== undefined;
    hasNumber ||= /^\d{1,15}$/.test(text);
    ids.set(key, text);
  }
  if (ids.size > 0 && !hasNumber) return false;
  return isRepeated ? true : null;
}
