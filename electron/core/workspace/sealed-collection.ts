import { join } from "node:path";
import { success, type Result } from "../../../shared/result/result.ts";
import { fileNameOf, openCollection, storedNames, type Collection } from "./collection.ts";
import { keepAside } from "./keep-aside.ts";
import { isSealedFile, sealedStores, type StoreSealer } from "./sealed-stores.ts";
import type { StorageContext } from "./stored-document.ts";
import { syncFolderOf } from "./sync-folder.ts";
import type { VersionedDocument } from "./versioned.ts";

/** A collection whose files are encrypted while the workspace has a vault, and come and go with it. */
export type SealedCollection<Document> = Collection<Document> & {
  /** Whether there are files that cannot be opened now, or the one of this id is one. */
  isShut(id?: string): boolean;
  /** Reads the files again, after the vault was opened, locked, made or put aside. Seals what is not sealed and should be. */
  reload(): Result<null>;
  /** Moves the files that cannot be opened out of the way, unchanged, and answers where they are now. */
  keepShutAside(): string[];
};

export function openSealedCollection<Document extends { readonly id: string }>(
  context: StorageContext,
  sealer: StoreSealer,
  folder: string,
  definition: VersionedDocument<Document>,
): SealedCollection<Document> {
  const location = join(context.path, folder);
  const openStore = sealedStores(context.openStore, sealer);
  const moved = new Set<string>();
  let shut: ReadonlySet<string> = new Set();
  let files = readAll();

  function readAll(): Collection<Document> {
    // With an open vault, what is sealed and does not open is damaged, and treated like every damaged file.
    const isShut = (name: string): boolean =>
      sealer.mode() !== "sealed" && isSealedFile(context.openStore, `${folder}/${name}`);
    shut = new Set(storedNames(location).filter(isShut));
    return openCollection({ ...context, openStore }, folder, definition, shut);
  }

  /** Files from before there was a vault, or of a migration that was interrupted. */
  function sealTheRest(): Result<null> {
    if (sealer.mode() !== "sealed") return success(null);
    for (const document of files.list()) {
      if (isSealedFile(context.openStore, `${folder}/${fileNameOf(document.id)}`)) continue;
      const saved = files.save(document);
      if (!saved.ok) return saved;
    }
    return success(null);
  }

  const first = sealTheRest();
  if (!first.ok) context.notices.add("warning", first.error.message);
  return {
    list: () => files.list(),
    get: (id) => files.get(id),
    save: (document) => files.save(document),
    remove: (id) => files.remove(id),
    wasKeptAside: (id) => files.wasKeptAside(id) || moved.has(fileNameOf(id)),
    isShut: (id) => (id === undefined ? shut.size > 0 : shut.has(fileNameOf(id))),
    reload() {
      files = readAll();
      return sealTheRest();
    },
    keepShutAside() {
      const asides = [...shut].map((name) => {
        moved.add(name);
        return keepAside(join(location, `${name}.json`), context.clock.now());
      });
      if (asides[0] !== undefined) syncFolderOf(asides[0]);
      files = readAll();
      return asides;
    },
  };
}
