import { success } from "../../../shared/result/result.ts";
import { readVersion } from "./catalog-reader.ts";
import type { CatalogFiles, CatalogStore } from "./catalog-store.ts";
import { keepAsVersion } from "./catalog-writer.ts";

type CatalogRemover = Pick<CatalogStore, "remove" | "listRemoved" | "restore" | "forget">;

export function createCatalogRemover(files: CatalogFiles): CatalogRemover {
  const { current, removed, versions, refusal, now } = files;
  return {
    remove(id, tenantIds = []) {
      const refused = refusal(id);
      if (refused !== null) return { ok: false, error: refused };
      const document = current.get(id);
      if (document === null) return success(null);
      const kept = keepAsVersion(files, document);
      if (!kept.ok) return kept;
      const { version, catalog } = document;
      const entry = { id, name: catalog.name, version, removedAt: now(), tenantIds: [...tenantIds] };
      const noted = removed.save(entry);
      if (!noted.ok) return noted;
      const gone = current.remove(id);
      return gone.ok ? success(entry) : gone;
    },
    listRemoved: () =>
      removed
        .list()
        // One that is still there was being removed, or brought back, when the program ended.
        .filter(({ id }) => current.get(id) === null)
        .sort((a, b) => b.removedAt.localeCompare(a.removedAt)),
    restore({ id, version }) {
      const read = readVersion(versions, id, version);
      const saved = read.ok ? current.save(read.value) : read;
      if (!saved.ok) return saved;
      const forgotten = removed.remove(id);
      return forgotten.ok ? saved : forgotten;
    },
    forget(id) {
      const gone = versions.forget(id);
      return gone.ok ? removed.remove(id) : gone;
    },
  };
}
