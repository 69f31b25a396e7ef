import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { aboutOf, UNKNOWN_ORIGIN } from "./catalog-about.ts";
import type { CatalogFiles, CatalogStore } from "./catalog-store.ts";
import { slugOf } from "./slug.ts";

type CatalogWriter = Pick<CatalogStore, "freeId" | "save">;

export function createCatalogWriter(files: CatalogFiles): CatalogWriter {
  const { current, removed, versions, refusal, now } = files;
  return {
    freeId(name) {
      const base = slugOf(name, "catalog");
      const isTaken = (id: string): boolean =>
        current.get(id) !== null || current.isShut(id) || removed.isShut(id) || versions.highest(id) > 0;
      for (let number = 1; ; number += 1) {
        const id = number === 1 ? base : `${base}-${number}`;
        if (!isTaken(id)) return id;
      }
    },
    save(id, catalog, origin = UNKNOWN_ORIGIN) {
      const refused = refusal(id);
      if (refused !== null) return { ok: false, error: refused };
      const before = current.get(id);
      const kept = before === null ? success(null) : keepAsVersion(files, before);
      if (!kept.ok) return kept;
      const version = Math.max(before?.version ?? 0, versions.highest(id)) + 1;
      const document = { id, version, savedAt: now(), catalog };
      // The version first: one that is there and is not current yet can be gone back to, one that is missing cannot.
      const written = versions.write(id, aboutOf(document, origin, before), catalog);
      return written.ok ? current.save(document) : written;
    },
  };
}

/** A catalog from before versions were kept gets its first one, so that nothing is written over. */
export function keepAsVersion({ versions }: CatalogFiles, document: StoredCatalog): Result<unknown> {
  const { id, version, catalog } = document;
  if (versions.has(id, version)) return success(null);
  return versions.write(id, aboutOf(document, UNKNOWN_ORIGIN, null), catalog);
}
