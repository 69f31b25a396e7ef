import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import type { CatalogVersion } from "../../../shared/domain/catalog-version.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { aboutOf, UNKNOWN_ORIGIN } from "./catalog-about.ts";
import type { CatalogFiles, CatalogStore } from "./catalog-store.ts";
import type { CatalogVersions } from "./catalog-versions.ts";

type CatalogReader = Pick<CatalogStore, "list" | "get" | "versions" | "version">;

export function createCatalogReader({ current, versions, refusal }: CatalogFiles): CatalogReader {
  return {
    list: () => [...current.list()].sort((a, b) => a.catalog.name.localeCompare(b.catalog.name)),
    get: (id) => current.get(id),
    versions: (id) => listVersions(versions, current.get(id), id),
    version(id, version) {
      const refused = refusal(id);
      if (refused !== null) return { ok: false, error: refused };
      const document = current.get(id);
      return document?.version === version ? success(document) : readVersion(versions, id, version);
    },
  };
}

/** A version as the catalog that it was. Codes: those of `CatalogVersions.read`. */
export function readVersion(versions: CatalogVersions, id: string, version: number): Result<StoredCatalog> {
  const read = versions.read(id, version);
  if (!read.ok) return read;
  return success({ id, version, savedAt: read.value.about.savedAt, catalog: read.value.catalog });
}

/** A catalog from before versions were kept has at least the one that it is. */
function listVersions(
  versions: CatalogVersions,
  document: StoredCatalog | null,
  id: string,
): CatalogVersion[] {
  const listed = versions
    .list(id)
    .map(({ version, about }) => ({ version, isCurrent: version === document?.version, about }));
  if (document === null || listed.some(({ isCurrent }) => isCurrent)) return listed;
  const { version } = document;
  return [{ version, isCurrent: true, about: aboutOf(document, UNKNOWN_ORIGIN, null) }, ...listed];
}
