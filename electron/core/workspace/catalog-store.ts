import { z } from "zod";
import { storedCatalogSchema, type Catalog, type StoredCatalog } from "../../../shared/domain/catalog.ts";
import type { CatalogVersion, VersionOrigin } from "../../../shared/domain/catalog-version.ts";
import type { AppError, Result } from "../../../shared/result/result.ts";
import { createCatalogReader } from "./catalog-reader.ts";
import { createCatalogRemover } from "./catalog-remover.ts";
import { openCatalogVersions, type CatalogVersions } from "./catalog-versions.ts";
import { createCatalogWriter } from "./catalog-writer.ts";
import type { StoreSealer } from "./sealed-stores.ts";
import { openSealedCollection, type SealedCollection } from "./sealed-collection.ts";
import type { StorageContext } from "./stored-document.ts";

/** A catalog that was removed: which of its versions comes back, and for which tenants. */
const removedEntrySchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  version: z.number().int().positive(),
  /** ISO-8601 UTC. */
  removedAt: z.string(),
  tenantIds: z.array(z.string()),
});
export type RemovedCatalogEntry = z.infer<typeof removedEntrySchema>;

/**
 * Catalogs with every version they had, encrypted while the workspace has a vault. While that is not open, those in it can
 * neither be read nor changed. What is removed keeps its versions until it is forgotten.
 */
export type CatalogStore = {
  /** By name; only those that can be read now. */
  list(): readonly StoredCatalog[];
  get(id: string): StoredCatalog | null;
  /** An id that no catalog has or had, made of a name. */
  freeId(name: string): string;
  /** Stores the catalog as the next version under this id. Codes: `workspace.not-saved`, those of `refusal`. */
  save(id: string, catalog: Catalog, origin?: VersionOrigin): Result<StoredCatalog>;
  /** null where it is not there, which is no error. Codes: `workspace.not-saved`, those of `refusal`. */
  remove(id: string, tenantIds?: readonly string[]): Result<RemovedCatalogEntry | null>;
  /** The one removed last first. */
  listRemoved(): readonly RemovedCatalogEntry[];
  /** Puts a removed catalog back as it was. Codes: `workspace.not-saved`, those of `version`. */
  restore(removed: RemovedCatalogEntry): Result<StoredCatalog>;
  /** Deletes a removed catalog and its versions for good. Code: `workspace.not-saved`. */
  forget(id: string): Result<unknown>;
  /** Newest first. */
  versions(id: string): CatalogVersion[];
  /** Codes: `catalog.version-not-found`, `catalog.version-damaged`, those of `refusal`. */
  version(id: string, version: number): Result<StoredCatalog>;
  wasKeptAside(id: string): boolean;
  /** Why catalogs, or the one with this id, are there and cannot be read; null where they can. Codes: the vault's, `catalog.sealed`. */
  refusal(id?: string): AppError | null;
  /** Reads the files again, after the vault was opened, locked, made or put aside. Seals what is not sealed and should be. */
  reload(): Result<null>;
  /** Moves the files that cannot be opened out of the way, unchanged, and answers where they are now. */
  keepShutAside(): string[];
};

/** What the parts of the store work with. */
export type CatalogFiles = {
  readonly current: SealedCollection<StoredCatalog>;
  readonly removed: SealedCollection<RemovedCatalogEntry>;
  readonly versions: CatalogVersions;
  readonly refusal: CatalogStore["refusal"];
  /** ISO-8601 UTC. */
  readonly now: () => string;
};

export function openCatalogStore(context: StorageContext, sealer: StoreSealer): CatalogStore {
  const files = openFiles(context, sealer);
  const { current, removed, versions, refusal } = files;
  const sealed = versions.sealTheRest();
  if (!sealed.ok) context.notices.add("warning", sealed.error.message);
  return {
    ...createCatalogReader(files),
    ...createCatalogWriter(files),
    ...createCatalogRemover(files),
    wasKeptAside: (id) => current.wasKeptAside(id),
    refusal,
    reload() {
      for (const collection of [current, removed]) {
        const reloaded = collection.reload();
        if (!reloaded.ok) return reloaded;
      }
      return versions.sealTheRest();
    },
    keepShutAside: () => [...current.keepShutAside(), ...removed.keepShutAside()],
  };
}

function openFiles(context: StorageContext, sealer: StoreSealer): CatalogFiles {
  const current = openSealedCollection(context, sealer, "catalogs", {
    schema: storedCatalogSchema,
    steps: [],
  });
  const removed = openSealedCollection(context, sealer, "catalogs-removed", {
    schema: removedEntrySchema,
    steps: [],
  });
  return {
    current,
    removed,
    versions: openCatalogVersions(context.path, sealer),
    refusal: (id) => sealer.refusal() ?? (current.isShut(id) || removed.isShut(id) ? SEALED : null),
    now: () => context.clock.now().toISOString(),
  };
}

/** For what was encrypted with a vault that is not here. */
export const SEALED: AppError = {
  code: "catalog.sealed",
  message:
    'This catalog was encrypted with a vault that is not here any more, so it cannot be read. It is left as it is. Put that vault\'s file back, or start anew in Settings, "Secrets and vault".',
};
