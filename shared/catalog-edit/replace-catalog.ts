import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import type { CatalogDocument } from "./document.ts";

/**
 * The document with another catalog in it, as an import or a version makes it. Events keep their rows: the same object, else
 * the next one of the same key; only what is new gets a new row.
 */
export function replaceCatalog(document: CatalogDocument, catalog: Catalog): CatalogDocument {
  if (catalog === document.catalog) return document;
  const byEvent = new Map<CatalogEvent, number>();
  const byKey = new Map<string, number[]>();
  const kept = new Set(catalog.events);
  for (const [index, event] of document.catalog.events.entries()) {
    const row = document.rows[index] ?? -1;
    byEvent.set(event, row);
    if (!kept.has(event)) byKey.set(event.key, [...(byKey.get(event.key) ?? []), row]);
  }
  let { nextRow } = document;
  const rows = catalog.events.map((event) => {
    const row = byEvent.get(event) ?? byKey.get(event.key)?.shift();
    if (row !== undefined) return row;
    nextRow += 1;
    return nextRow - 1;
  });
  return { catalog, rows, nextRow };
}
