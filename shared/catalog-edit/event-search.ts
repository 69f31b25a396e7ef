import type { CatalogEvent } from "../domain/catalog.ts";

const haystacks = new WeakMap<CatalogEvent, string>();

/**
 * What events are searched for: every word of the query in the key, the title, the id, the group or the name of a parameter.
 * The text of an event is put together once, so that a keystroke goes through thousands without a wait.
 */
export function createEventSearch(query: string): (event: CatalogEvent) => boolean {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return (event) => words.length === 0 || includesAll(haystackOf(event), words);
}

/** Puts the texts of events together before anybody searches them. */
export function prepareSearch(events: readonly CatalogEvent[]): void {
  for (const event of events) haystackOf(event);
}

function includesAll(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}

function haystackOf(event: CatalogEvent): string {
  const known = haystacks.get(event);
  if (known !== undefined) return known;
  const names = event.parameters.map(({ name }) => name);
  const text = [event.key, event.title ?? "", event.id ?? "", event.group ?? "", ...names]
    .join("\n")
    .toLowerCase();
  haystacks.set(event, text);
  return text;
}
