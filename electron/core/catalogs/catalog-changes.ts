import type { SavedCatalog } from "../../../shared/contract/catalog-calls.ts";
import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { freeName } from "../../../shared/text/free-name.ts";
import { catalogNotFound, refused } from "./catalog-reading.ts";
import type { CatalogService, CatalogServiceDependencies } from "./catalog-service.ts";

type CatalogChanges = Pick<CatalogService, "create" | "save" | "duplicate" | "restoreVersion">;

export function createCatalogChanges({ workspace, events }: CatalogServiceDependencies): CatalogChanges {
  const { catalogs } = workspace;

  const create: CatalogChanges["create"] = (catalog, origin = { kind: "created", detail: null }) => {
    const taken = new Set(catalogs.list().map(({ catalog }) => catalog.name));
    const name = freeName(catalog.name, taken);
    const saved = catalogs.save(catalogs.freeId(name), { ...catalog, name }, origin);
    if (saved.ok) events.emit("catalogs.changed", {});
    return saved;
  };

  const save: CatalogChanges["save"] = ({ id, baseVersion, catalog, origin }) => {
    const current = currentOf(id);
    if (!current.ok) return current;
    const { version, savedAt } = current.value;
    if (version !== baseVersion) return changedMeanwhile(version, baseVersion);
    // As text, so that another order of fields counts too: the file is to have it.
    if (JSON.stringify(current.value.catalog) === JSON.stringify(catalog)) {
      return success({ id, version, savedAt, isChanged: false });
    }
    const saved = catalogs.save(id, catalog, origin);
    if (!saved.ok) return saved;
    events.emit("catalogs.changed", {});
    return success(toSaved(saved.value));
  };

  function currentOf(id: string): Result<StoredCatalog> {
    const refusal = catalogs.refusal(id);
    if (refusal !== null) return refused(refusal);
    const catalog = catalogs.get(id);
    return catalog === null ? catalogNotFound(id) : success(catalog);
  }

  return {
    create,
    save,
    duplicate(id) {
      const original = currentOf(id);
      if (!original.ok) return original;
      const { catalog } = original.value;
      return create(
        { ...catalog, name: `${catalog.name} copy` },
        { kind: "duplicate", detail: shortened(catalog.name) },
      );
    },
    restoreVersion(id, version, baseVersion) {
      const earlier = catalogs.version(id, version);
      if (!earlier.ok) return earlier;
      const origin = { kind: "restore", detail: `version ${version}` } as const;
      return save({ id, baseVersion, catalog: earlier.value.catalog, origin });
    },
  };
}

function toSaved({ id, version, savedAt }: StoredCatalog): SavedCatalog {
  return { id, version, savedAt, isChanged: true };
}

/** The detail of an origin has a greatest length, which a name has not. */
function shortened(name: string): string {
  return name.slice(0, 300);
}

function changedMeanwhile(version: number, baseVersion: number): Result<never> {
  return failure(
    "catalog.changed-meanwhile",
    `The catalog was saved elsewhere meanwhile: it is at version ${version}, and this change was made from version ${baseVersion}. Nothing was overwritten. Compare the two and save again.`,
    { version, baseVersion },
  );
}
