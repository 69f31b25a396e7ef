import type { RemovedCatalog } from "../../../shared/contract/catalog-calls.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import type { RemovedCatalogEntry } from "../workspace/catalog-store.ts";
import { catalogNotFound, refused } from "./catalog-reading.ts";
import type { CatalogService, CatalogServiceDependencies } from "./catalog-service.ts";

type CatalogRemoval = Pick<CatalogService, "remove" | "removed" | "restore" | "forget">;

export function createCatalogRemoval({ workspace, events }: CatalogServiceDependencies): CatalogRemoval {
  const { catalogs, tenants } = workspace;

  function describe({ tenantIds, ...entry }: RemovedCatalogEntry): RemovedCatalog {
    const known = tenantIds.map((id) => tenants.get(id)).filter((tenant) => tenant !== null);
    return { ...entry, tenants: known.map(({ id, name }) => ({ id, name })) };
  }

  /** Has those tenants go by another catalog, those that go by `from` now. */
  function turnTenants(tenantIds: readonly string[], from: string | null, to: string | null): Result<null> {
    const concerned = tenants
      .list()
      .filter(({ id, catalogId }) => tenantIds.includes(id) && catalogId === from);
    for (const tenant of concerned) {
      const saved = tenants.save({ ...tenant, catalogId: to });
      if (!saved.ok) return saved;
    }
    if (concerned.length > 0) events.emit("tenants.changed", {});
    return success(null);
  }

  function find(id: string): Result<RemovedCatalogEntry> {
    const refusal = catalogs.refusal(id);
    if (refusal !== null) return refused(refusal);
    const entry = catalogs.listRemoved().find((one) => one.id === id);
    return entry === undefined ? catalogNotFound(id) : success(entry);
  }

  return {
    remove(id) {
      const using = tenants.list().filter(({ catalogId }) => catalogId === id);
      const tenantIds = using.map((tenant) => tenant.id);
      const removed = catalogs.remove(id, tenantIds);
      if (!removed.ok) return removed;
      if (removed.value === null) return catalogNotFound(id);
      events.emit("catalogs.changed", {});
      const turned = turnTenants(tenantIds, id, null);
      return turned.ok ? success(describe(removed.value)) : turned;
    },
    removed() {
      const refusal = catalogs.refusal();
      if (refusal !== null && catalogs.listRemoved().length === 0) return refused(refusal);
      return success(catalogs.listRemoved().map(describe));
    },
    restore(id) {
      const entry = find(id);
      const restored = entry.ok ? catalogs.restore(entry.value) : entry;
      if (!entry.ok || !restored.ok) return restored;
      events.emit("catalogs.changed", {});
      const turned = turnTenants(entry.value.tenantIds, null, id);
      return turned.ok ? restored : turned;
    },
    forget(id) {
      const entry = find(id);
      const forgotten = entry.ok ? catalogs.forget(id) : entry;
      if (!forgotten.ok) return forgotten;
      events.emit("catalogs.changed", {});
      return success(null);
    },
  };
}
