import type { Catalog, CatalogEvent } from "../domain/catalog.ts";

/**
 * A catalog being edited. Keys and ids of events may be missing, equal or about to change, so each event has a row of its
 * own, which stays the same through every edit, undo included. Nothing of it is ever changed in place: what an edit leaves
 * alone is the same object before and after, which makes steps of undo cheap and differences quick to find.
 */
export type CatalogDocument = {
  readonly catalog: Catalog;
  /** The row of each event, in the catalog's order. */
  readonly rows: readonly number[];
  /** The row that the next new event gets. */
  readonly nextRow: number;
};

export function openDocument(catalog: Catalog): CatalogDocument {
  return { catalog, rows: catalog.events.map((_event, index) => index), nextRow: catalog.events.length };
}

/** The event of a row; null where that was removed. */
export function eventAt(document: CatalogDocument, row: number | null): CatalogEvent | null {
  if (row === null) return null;
  return document.catalog.events[document.rows.indexOf(row)] ?? null;
}

/** The document with another event in the place of this row's; the same document where it is the same event. */
export function withEvent(document: CatalogDocument, row: number, event: CatalogEvent): CatalogDocument {
  const index = document.rows.indexOf(row);
  if (index === -1 || document.catalog.events[index] === event) return document;
  return {
    ...document,
    catalog: { ...document.catalog, events: document.catalog.events.with(index, event) },
  };
}

/** An object with this member, or without it where the value is undefined. All others stay, in their order. */
export function withMember<Value extends object, Name extends keyof Value & string>(
  value: Value,
  name: Name,
  member: Value[Name] | undefined,
): Value {
  if (member !== undefined) return { ...value, [name]: member };
  if (!Object.hasOwn(value, name)) return value;
  const { [name]: _left, ...rest } = value;
  // Only an optional member is ever left out, which its caller knows and the type cannot say.
  return rest as Value;
}
