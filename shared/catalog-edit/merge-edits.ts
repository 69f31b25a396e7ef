import { isSameValue } from "../catalog/same-value.ts";
import type { Catalog, CatalogEvent } from "../domain/catalog.ts";

/** Two catalogs that were made of the same one, brought together. */
export type MergedEdits = {
  readonly catalog: Catalog;
  /** What both changed, each in another way, as it was and as the other has it. `catalog` has mine. null where there is nothing. */
  readonly undone: { readonly before: Catalog; readonly after: Catalog } | null;
};

/**
 * Puts what was changed elsewhere beside what was changed here, event by event: an event that only one of the two touched is as
 * that one has it. Where both touched an event, or the catalog's own fields, mine stands. Events are told apart by key; with a
 * key that stands twice they cannot be, and mine stands as a whole.
 */
export function mergeEdits(base: Catalog, mine: Catalog, theirs: Catalog): MergedEdits {
  const [before, own, others] = [eventsByKey(base), eventsByKey(mine), eventsByKey(theirs)];
  if (before === null || own === null || others === null) {
    return { catalog: mine, undone: isSameValue(base, theirs) ? null : { before: base, after: theirs } };
  }
  const head = mergeOne(headOf(base), headOf(mine), headOf(theirs));
  const contested = new Set<string>();
  const merged = new Map<string, CatalogEvent>();
  for (const key of new Set([...own.keys(), ...others.keys(), ...before.keys()])) {
    const { value, isContested } = mergeOne(before.get(key), own.get(key), others.get(key));
    if (value !== undefined) merged.set(key, value);
    if (isContested) contested.add(key);
  }
  const [ownKeys, otherKeys] = [[...own.keys()], [...others.keys()]];
  // Whoever put the events in another order has it kept, mine before the other's.
  const isMoved = !isSameOrder([...before.keys()], ownKeys);
  const order = isMoved ? inOrder(ownKeys, otherKeys) : inOrder(otherKeys, ownKeys);
  const events = order.flatMap((key) => merged.get(key) ?? []);
  const part = (catalog: Catalog): Catalog => ({
    ...(head.isContested ? catalog : base),
    events: catalog.events.filter(({ key }) => contested.has(key)),
  });
  const isWhole = !head.isContested && contested.size === 0;
  return {
    catalog: { ...head.value, events },
    undone: isWhole ? null : { before: part(base), after: part(theirs) },
  };
}

/** undefined stands for what is not there. */
function mergeOne<Value>(base: Value, mine: Value, theirs: Value): { value: Value; isContested: boolean } {
  if (isSameValue(mine, base)) return { value: theirs, isContested: false };
  return { value: mine, isContested: !isSameValue(theirs, base) && !isSameValue(theirs, mine) };
}

/** The catalog's own fields alone. */
function headOf(catalog: Catalog): Catalog {
  return { ...catalog, events: [] };
}

/** null where a key stands twice. */
function eventsByKey({ events }: Catalog): ReadonlyMap<string, CatalogEvent> | null {
  const byKey = new Map(events.map((event) => [event.key, event]));
  return byKey.size === events.length ? byKey : null;
}

/** Whether what is in both stands in the same order. */
function isSameOrder(before: readonly string[], after: readonly string[]): boolean {
  const [left, right] = [new Set(before), new Set(after)];
  const [of, and] = [before.filter((key) => right.has(key)), after.filter((key) => left.has(key))];
  return of.every((key, index) => key === and[index]);
}

/** The first order, and in it what only the second has, each behind the one that it stands behind there. */
function inOrder(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(first);
  const behind = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const key of second) {
    if (known.has(key)) anchor = key;
    else behind.set(anchor, [...(behind.get(anchor) ?? []), key]);
  }
  return [...(behind.get(null) ?? []), ...first.flatMap((key) => [key, ...(behind.get(key) ?? [])])];
}
