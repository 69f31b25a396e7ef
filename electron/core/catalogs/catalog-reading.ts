import type { CatalogSummary } from "../../../shared/contract/catalog-calls.ts";
import { countParameters, type StoredCatalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type AppError, type Result } from "../../../shared/result/result.ts";
import type { CatalogService, CatalogServiceDependencies } from "./catalog-service.ts";

type CatalogReading = Pick<CatalogService, "list" | "get" | "versions" | "version">;

export function createCatalogReading({ workspace }: CatalogServiceDependencies): CatalogReading {
  const { catalogs, tenants } = workspace;
  const summarise = ({ id, version, savedAt, catalog }: StoredCatalog): CatalogSummary => ({
    id,
    name: catalog.name,
    version,
    savedAt,
    eventCount: catalog.events.length,
    parameterCount: countParameters(catalog),
    tenants: tenants
      .list()
      .filter(({ catalogId }) => catalogId === id)
      .map(({ id: tenantId, name }) => ({ id: tenantId, name })),
  });
  return {
    list() {
      const refusal = catalogs.refusal();
      // Without a vault, one that is sealed keeps nobody from the others.
      if (refusal !== null && catalogs.list().length === 0) return refused(refusal);
      return success(catalogs.list().map(summarise));
    },
    get(id) {
      const catalog = catalogs.get(id);
      if (catalog !== null) return success(catalog);
      const refusal = catalogs.refusal(id);
      return refusal === null ? catalogNotFound(id) : refused(refusal);
    },
    versions(id) {
      const refusal = catalogs.refusal(id);
      if (refusal !== null) return refused(refusal);
      const versions = catalogs.versions(id);
      return versions.length === 0 ? catalogNotFound(id) : success(versions);
    },
    version: (id, version) => catalogs.version(id, version),
  };
}

export function catalogNotFound(id: string): Result<never> {
  return failure("catalog.not-found", "This catalog is not in the workspace. Choose another one.", { id });
}

export function refused(error: AppError): Result<never> {
  return { ok: false, error };
}
