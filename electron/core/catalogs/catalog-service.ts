import type { CatalogSummary, RemovedCatalog, SavedCatalog } from "../../../shared/contract/catalog-calls.ts";
import type { Catalog, StoredCatalog } from "../../../shared/domain/catalog.ts";
import type { CatalogVersion, VersionOrigin } from "../../../shared/domain/catalog-version.ts";
import type { Result } from "../../../shared/result/result.ts";
import type { EventBus } from "../ports.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { createCatalogChanges } from "./catalog-changes.ts";
import { createCatalogReading } from "./catalog-reading.ts";
import { createCatalogRemoval } from "./catalog-removal.ts";

export type CatalogServiceDependencies = {
  readonly workspace: Pick<Workspace, "catalogs" | "tenants">;
  readonly events: Pick<EventBus, "emit">;
};

/** A change made from a version of a catalog. */
export type CatalogChange = {
  readonly id: string;
  readonly baseVersion: number;
  readonly catalog: Catalog;
  readonly origin?: VersionOrigin | undefined;
};

/** What can be done with catalogs; the codes are those of the contract's calls of the same names. */
export type CatalogService = {
  list(): Result<CatalogSummary[]>;
  get(id: string): Result<StoredCatalog>;
  versions(id: string): Result<CatalogVersion[]>;
  version(id: string, version: number): Result<StoredCatalog>;
  create(catalog: Catalog, origin?: VersionOrigin): Result<StoredCatalog>;
  /** Refuses what was made from another version than the current one. What changes nothing makes no version. */
  save(change: CatalogChange): Result<SavedCatalog>;
  duplicate(id: string): Result<StoredCatalog>;
  restoreVersion(id: string, version: number, baseVersion: number): Result<SavedCatalog>;
  remove(id: string): Result<RemovedCatalog>;
  removed(): Result<RemovedCatalog[]>;
  restore(id: string): Result<StoredCatalog>;
  forget(id: string): Result<null>;
};

export function createCatalogService(dependencies: CatalogServiceDependencies): CatalogService {
  return {
    ...createCatalogReading(dependencies),
    ...createCatalogChanges(dependencies),
    ...createCatalogRemoval(dependencies),
  };
}
