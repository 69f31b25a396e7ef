import type { ImportChoice } from "./merge.ts";

/** What tells items apart: the name, and for a second one of that name its number as well. */
export function identitiesOf<Item>(items: readonly Item[], nameOf: (item: Item) => string): string[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}\u0000${count}`;
  });
}

/** The items by what tells them apart. */
export function byIdentity<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): ReadonlyMap<string, Item> {
  const ids = identitiesOf(items, nameOf);
  return new Map(items.map((item, index) => [ids[index] ?? "", item]));
}

type Combining<Item> = {
  readonly current: readonly Item[];
  readonly imported: readonly Item[];
  readonly nameOf: (item: Item) => string;
  /** The import has an order of its own that counts. */
  readonly isComplete: boolean;
  /** By identity; what is not there is kept. */
  readonly choices: ReadonlyMap<string, ImportChoice>;
  readonly take: (current: Item, imported: Item, id: string) => Item;
};

/** Two lists as one. New items come last, or with a complete import where it has them. */
export function combine<Item>(combining: Combining<Item>): Item[] {
  const { current, imported, nameOf, choices, take } = combining;
  const currentIds = identitiesOf(current, nameOf);
  const importedIds = identitiesOf(imported, nameOf);
  const currentById = new Map(current.map((item, index) => [currentIds[index] ?? "", item]));
  const importedById = new Map(imported.map((item, index) => [importedIds[index] ?? "", item]));
  const order = combining.isComplete
    ? inImportedOrder(currentIds, importedIds)
    : [...currentIds, ...importedIds.filter((id) => !currentById.has(id))];
  return order.flatMap((id) => {
    const choice = choices.get(id) ?? "keep";
    const [old, item] = [currentById.get(id), importedById.get(id)];
    if (old === undefined)
      return item !== undefined && (choice === "add" || choice === "replace") ? [item] : [];
    if (item === undefined) return choice === "remove" ? [] : [old];
    return [choice === "replace" || choice === "add" ? take(old, item, id) : old];
  });
}

/** What the import lacks stays behind what it stood behind. */
function inImportedOrder(currentIds: readonly string[], importedIds: readonly string[]): string[] {
  const present = new Set(importedIds);
  const followers = new Map<string | null, string[]>();
  let leader: string | null = null;
  for (const id of currentIds) {
    if (present.has(id)) leader = id;
    else followers.set(leader, [...(followers.get(leader) ?? []), id]);
  }
  return [...(followers.get(null) ?? []), ...importedIds.flatMap((id) => [id, ...(followers.get(id) ?? [])])];
}
