import type { CatalogEvent } from "../../../shared/domain/catalog.ts";

const GROUP = "Drafts of events not in the catalog";

/** The events that drafts are of and the catalog does not have, by key: it was pasted, or is gone from the catalog. */
export function strayKeys(events: readonly CatalogEvent[], draftKeys: Iterable<string>): readonly string[] {
  const known = new Set(events.map(({ key }) => key));
  return [...new Set(draftKeys)].filter((key) => !known.has(key)).toSorted();
}

/** The catalog's events, then one for each key that it does not have. A number as key is Realtime's id. */
export function eventsToWrite(
  events: readonly CatalogEvent[],
  strays: readonly string[],
): readonly CatalogEvent[] {
  if (strays.length === 0) return events;
  return [...events, ...strays.map(strayEvent)];
}

/** An event of which only the name is known. */
export function strayEvent(key: string): CatalogEvent {
  const id = /^(?:0|[1-9][0-9]{0,14})$/.test(key) ? { id: Number(key) } : {};
  return { key, ...id, group: GROUP, parameters: [] };
}
