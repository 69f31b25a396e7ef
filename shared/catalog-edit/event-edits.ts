import type { CatalogEvent } from "../domain/catalog.ts";
import type { Api } from "../domain/tenant.ts";
import { withMember, type CatalogDocument } from "./document.ts";
import { uniqueName } from "./unique-name.ts";

/** What an edit leaves: the document, and the rows of the events it made. */
export type EventsAdded = { readonly document: CatalogDocument; readonly rows: readonly number[] };

/** Inserts events after a row, or at the end where that is null. */
export function addEvents(
  document: CatalogDocument,
  events: readonly CatalogEvent[],
  afterRow: number | null,
): EventsAdded {
  const found = afterRow === null ? -1 : document.rows.indexOf(afterRow);
  const at = found === -1 ? document.rows.length : found + 1;
  const rows = events.map((_event, index) => document.nextRow + index);
  return {
    document: {
      catalog: { ...document.catalog, events: document.catalog.events.toSpliced(at, 0, ...events) },
      rows: document.rows.toSpliced(at, 0, ...rows),
      nextRow: document.nextRow + events.length,
    },
    rows,
  };
}

/** A new event with a key that is not taken. */
export function newEvent(document: CatalogDocument): CatalogEvent {
  return { key: uniqueName("new_event", keysOf(document)), parameters: [] };
}

/**
 * Puts a copy after each of these events. A copy has a key of its own and no id: two events with one id are never right,
 * and which id is free only the vendor knows.
 */
export function duplicateEvents(document: CatalogDocument, rows: ReadonlySet<number>): EventsAdded {
  const taken = new Set(keysOf(document));
  let result = document;
  const copies: number[] = [];
  for (const [index, row] of document.rows.entries()) {
    const event = document.catalog.events[index];
    if (event === undefined || !rows.has(row)) continue;
    const key = uniqueName(`${event.key}_copy`, taken);
    taken.add(key);
    const added = addEvents(result, [withMember({ ...event, key }, "id", undefined)], row);
    result = added.document;
    copies.push(...added.rows);
  }
  return { document: result, rows: copies };
}

export function removeEvents(document: CatalogDocument, rows: ReadonlySet<number>): CatalogDocument {
  const isKept = document.rows.map((row) => !rows.has(row));
  return {
    ...document,
    catalog: {
      ...document.catalog,
      events: document.catalog.events.filter((_event, index) => isKept[index]),
    },
    rows: document.rows.filter((_row, index) => isKept[index]),
  };
}

/** Moves one event by so many places among all, as far as there is room. */
export function moveEvent(document: CatalogDocument, row: number, by: number): CatalogDocument {
  const from = document.rows.indexOf(row);
  const event = document.catalog.events[from];
  if (event === undefined) return document;
  const to = Math.min(Math.max(from + by, 0), document.rows.length - 1);
  if (to === from) return document;
  return {
    ...document,
    catalog: {
      ...document.catalog,
      events: document.catalog.events.toSpliced(from, 1).toSpliced(to, 0, event),
    },
    rows: document.rows.toSpliced(from, 1).toSpliced(to, 0, row),
  };
}

/** Changes each of these events; the same document where none became another. */
export function changeEvents(
  document: CatalogDocument,
  rows: ReadonlySet<number>,
  change: (event: CatalogEvent) => CatalogEvent,
): CatalogDocument {
  const events = document.catalog.events.map((event, index) =>
    rows.has(document.rows[index] ?? -1) ? change(event) : event,
  );
  if (events.every((event, index) => event === document.catalog.events[index])) return document;
  return { ...document, catalog: { ...document.catalog, events } };
}

/** The APIs in their usual order; null for an event that says nothing of them, which means all. */
export function withApis(event: CatalogEvent, apis: readonly Api[] | null): CatalogEvent {
  const ordered =
    apis === null ? undefined : (["optievent", "realtime"] as const).filter((api) => apis.includes(api));
  return withMember(event, "apis", ordered);
}

/** Under this heading; under none for an empty one. */
export function withGroup(event: CatalogEvent, group: string): CatalogEvent {
  return withMember(event, "group", group.trim() === "" ? undefined : group.trim());
}

function keysOf(document: CatalogDocument): ReadonlySet<string> {
  return new Set(document.catalog.events.map((event) => event.key));
}
