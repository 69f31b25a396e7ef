import type { Catalog, CatalogEvent } from "../domain/catalog.ts";

/** How a name relates to the configured ones. */
export type NameMatch<Item> =
  | { readonly kind: "exact"; readonly item: Item }
  /** The same but for capitals. */
  | { readonly kind: "case"; readonly item: Item }
  /** The same but for capitals and separators (`optIn`, `opt-in`): a suggestion, not a certainty. */
  | { readonly kind: "similar"; readonly item: Item }
  | { readonly kind: "none" };

/** Finds a name among the configured ones; capitals and separators are looked at only when nothing fits exactly. */
export type NameIndex<Item> = { find(name: string): NameMatch<Item> };

export function createNameIndex<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): NameIndex<Item> {
  const exact = new Map(items.map((item) => [nameOf(item), item]));
  let byLowerCase: Map<string, Item> | null = null;
  let byLetters: Map<string, Item> | null = null;
  return {
    find(name) {
      const item = exact.get(name);
      if (item !== undefined) return { kind: "exact", item };
      byLowerCase ??= new Map(items.map((item) => [nameOf(item).toLowerCase(), item]));
      const sameLetters = byLowerCase.get(name.toLowerCase());
      if (sameLetters !== undefined) return { kind: "case", item: sameLetters };
      byLetters ??= new Map(items.map((item) => [lettersOf(nameOf(item)), item]));
      const similar = byLetters.get(lettersOf(name));
      return similar === undefined ? { kind: "none" } : { kind: "similar", item: similar };
    },
  };
}

/** A name without capitals and separators: those with the same letters are easily taken for each other. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, "");
}

/** Made once for the events of a catalog, which never change: a changed catalog has others. */
const eventIndexes = new WeakMap<readonly CatalogEvent[], NameIndex<CatalogEvent>>();

export function findEventByKey({ events }: Catalog, key: string): NameMatch<CatalogEvent> {
  const known = eventIndexes.get(events);
  if (known !== undefined) return known.find(key);
  // Of several events with one key the first counts, and in an index the last.
  const index = createNameIndex(events.toReversed(), (event) => event.key);
  eventIndexes.set(events, index);
  return index.find(key);
}

export function findEventById(catalog: Catalog, id: number): CatalogEvent | undefined {
  return catalog.events.find((event) => event.id === id);
}
