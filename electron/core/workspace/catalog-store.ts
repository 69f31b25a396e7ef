import { join } from "node:path";
import { storedCatalogSchema, type Catalog, type StoredCatalog } from "../../../shared/domain/catalog.ts";
import { success, type AppError, type Result } from "../../../shared/result/result.ts";
import { fileNameOf, openCollection, storedNames, type Collection } from "./collection.ts";
import { keepAside } from "./keep-aside.ts";
import { isSealedFile, sealedStores, type StoreSealer } from "./sealed-stores.ts";
import type { StorageContext } from "./stored-document.ts";
import { syncFolderOf } from "./sync-folder.ts";

const FOLDER = "catalogs";

/** Catalogs, encrypted while the workspace has a vault. While that is not open, those in it can neither be read nor changed. */
export type CatalogStore = {
  /** By name; only those that can be read now. */
  list(): readonly StoredCatalog[];
  get(id: string): StoredCatalog | null;
  /** Stores the catalog as the next version under this id. Codes: `workspace.not-saved`, those of `refusal`. */
  save(id: string, catalog: Catalog): Result<StoredCatalog>;
  /** Removing what is not there is no error. Codes: `workspace.not-saved`, those of `refusal`. */
  remove(id: string): Result<unknown>;
  wasKeptAside(id: string): boolean;
  /** Why catalogs, or the one with this id, are there and cannot be read; null where they can. Codes: the vault's, `catalog.sealed`. */
  refusal(id?: string): AppError | null;
  /** Reads the files again, after the vault was opened, locked, made or put aside. Seals what is not sealed and should be. */
  reload(): Result<null>;
  /** Moves the files that cannot be opened out of the way, unchanged, and answers where they are now. */
  keepShutAside(): string[];
};

export function openCatalogStore(context: StorageContext, sealer: StoreSealer): CatalogStore {
  const openStore = sealedStores(context.openStore, sealer);
  let shut: ReadonlySet<string> = new Set();
  const moved = new Set<string>();
  let files = readAll();

  function readAll(): Collection<StoredCatalog> {
    const names = storedNames(join(context.path, FOLDER));
    // With an open vault, what is sealed and does not open is damaged, and treated like every damaged file.
    const isShut = (name: string): boolean =>
      sealer.mode() !== "sealed" && isSealedFile(context.openStore, `${FOLDER}/${name}`);
    shut = new Set(names.filter(isShut));
    const definition = { schema: storedCatalogSchema, steps: [] };
    return openCollection({ ...context, openStore }, FOLDER, definition, shut);
  }

  /** Catalogs from before there was a vault, or of a migration that was interrupted. */
  function sealTheRest(): Result<null> {
    if (sealer.mode() !== "sealed") return success(null);
    for (const document of files.list()) {
      const name = `${FOLDER}/${fileNameOf(document.id)}`;
      if (isSealedFile(context.openStore, name)) continue;
      const saved = files.save(document);
      if (!saved.ok) return saved;
    }
    return success(null);
  }

  const refusal = (id?: string): AppError | null => refusalFor(sealer, shut, id);
  const first = sealTheRest();
  if (!first.ok) context.notices.add("warning", first.error.message);
  return {
    list: () => [...files.list()].sort((a, b) => a.catalog.name.localeCompare(b.catalog.name)),
    get: (id) => files.get(id),
    save(id, catalog) {
      const refused = refusal(id);
      if (refused !== null) return { ok: false, error: refused };
      const version = (files.get(id)?.version ?? 0) + 1;
      return files.save({ id, version, savedAt: context.clock.now().toISOString(), catalog });
    },
    remove(id) {
      const refused = refusal(id);
      return refused === null ? files.remove(id) : { ok: false, error: refused };
    },
    wasKeptAside: (id) => files.wasKeptAside(id) || moved.has(fileNameOf(id)),
    refusal,
    reload() {
      files = readAll();
      return sealTheRest();
    },
    keepShutAside() {
      const asides = [...shut].map((name) => {
        moved.add(name);
        return keepAside(join(context.path, FOLDER, `${name}.json`), context.clock.now());
      });
      if (asides[0] !== undefined) syncFolderOf(asides[0]);
      files = readAll();
      return asides;
    },
  };
}

function refusalFor(sealer: StoreSealer, shut: ReadonlySet<string>, id: string | undefined): AppError | null {
  const refused = sealer.refusal();
  if (refused !== null) return refused;
  const isConcerned = id === undefined ? shut.size > 0 : shut.has(fileNameOf(id));
  return isConcerned ? SEALED : null;
}

const SEALED: AppError = {
  code: "catalog.sealed",
  message:
    'This catalog was encrypted with a vault that is not here any more, so it cannot be read. It is left as it is. Put that vault\'s file back, or start anew in Settings, "Secrets and vault".',
};
