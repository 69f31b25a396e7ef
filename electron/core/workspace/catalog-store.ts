import { storedCatalogSchema, type Catalog, type StoredCatalog } from "../../../shared/domain/catalog.ts";
import type { Result } from "../../../shared/result/result.ts";
import { openCollection } from "./collection.ts";
import type { StorageContext } from "./stored-document.ts";

export type CatalogStore = {
  /** By name. */
  list(): readonly StoredCatalog[];
  get(id: string): StoredCatalog | null;
  /** Stores the catalog as the next version under this id. Code: `workspace.not-saved`. */
  save(id: string, catalog: Catalog): Result<StoredCatalog>;
  /** Removing what is not there is no error. Code: `workspace.not-saved`. */
  remove(id: string): Result<unknown>;
  wasKeptAside(id: string): boolean;
};

export function openCatalogStore(context: StorageContext): CatalogStore {
  const files = openCollection(context, "catalogs", { schema: storedCatalogSchema, steps: [] });
  return {
    list: () => [...files.list()].sort((a, b) => a.catalog.name.localeCompare(b.catalog.name)),
    get: (id) => files.get(id),
    save: (id, catalog) =>
      files.save({
        id,
        version: (files.get(id)?.version ?? 0) + 1,
        savedAt: context.clock.now().toISOString(),
        catalog,
      }),
    remove: (id) => files.remove(id),
    wasKeptAside: (id) => files.wasKeptAside(id),
  };
}
