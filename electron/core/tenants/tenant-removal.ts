import type { RemovedTenant, TenantDependents } from "../../../shared/contract/tenant-calls.ts";
import { secretSlotSchema } from "../../../shared/domain/vault.ts";
import { isSameName } from "../../../shared/guard/production.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { RemovedTenantEntry } from "../workspace/tenant-store.ts";
import { tenantNotFound } from "./tenant-changes.ts";
import type { TenantService, TenantServiceDependencies } from "./tenant-service.ts";

/** For this long after it was removed a tenant can be brought back with all that hangs on it. */
export const RESTORABLE_MILLISECONDS = 10 * 60_000;

type TenantRemoval = Pick<TenantService, "dependents" | "remove" | "removed" | "restore" | "purgeExpired">;

export function createTenantRemoval(dependencies: TenantServiceDependencies): TenantRemoval {
  const { workspace, guard, events, clock } = dependencies;
  const { tenants } = workspace;

  function changed<Value>(id: string, value: Value): Result<Value> {
    guard.forget(id);
    events.emit("tenants.changed", {});
    return success(value);
  }

  return {
    dependents(id) {
      if (tenants.get(id) === null) return tenantNotFound(id);
      return success(countDependents(dependencies, id));
    },
    remove(id, typedName) {
      const tenant = tenants.get(id);
      if (tenant === null) return tenantNotFound(id);
      const isGuarded = tenant.kind === "production";
      if (isGuarded && !isSameName(typedName ?? "", tenant.name)) return nameDiffers(tenant.name);
      const time = clock.now().getTime() + (isGuarded ? 0 : RESTORABLE_MILLISECONDS);
      const until = new Date(time).toISOString();
      const removed = tenants.remove(id, until);
      if (!removed.ok) return removed;
      if (isGuarded) purgeOrLog(dependencies, id);
      return changed(id, isGuarded ? null : { id, name: tenant.name, until });
    },
    removed: () => restorable(dependencies).map(describeRemoved),
    restore(id) {
      const isRestorable = restorable(dependencies).some(({ tenant }) => tenant.id === id);
      const restored = isRestorable ? tenants.restore(id) : success(null);
      if (!restored.ok) return restored;
      return restored.value === null ? tenantNotFound(id) : changed(id, restored.value);
    },
    purgeExpired() {
      const kept = new Set(restorable(dependencies).map(({ tenant }) => tenant.id));
      const expired = tenants.listRemoved().filter(({ tenant }) => !kept.has(tenant.id));
      for (const { tenant } of expired) purgeOrLog(dependencies, tenant.id);
      if (expired.length > 0) events.emit("tenants.changed", {});
    },
  };
}

function countDependents(
  { workspace, secrets, history }: TenantServiceDependencies,
  id: string,
): TenantDependents {
  const { variables, pinned } = workspace.values.get(id);
  return {
    drafts: workspace.drafts.list(id).length,
    presets: workspace.presets.list(id).length,
    values: variables.length + pinned.length,
    secrets: secretSlotSchema.options.filter((slot) => secrets.describe(id, slot).isSet).length,
    exchanges: history.count({ tenantId: id }),
  };
}

function restorable({ workspace, clock }: TenantServiceDependencies): RemovedTenantEntry[] {
  const now = clock.now().toISOString();
  return workspace.tenants.listRemoved().filter(({ until }) => until > now);
}

function describeRemoved({ tenant, until }: RemovedTenantEntry): RemovedTenant {
  return { id: tenant.id, name: tenant.name, until };
}

/** What could not be removed now, such as a secret of a locked vault, is tried again with the next that expire. */
function purgeOrLog(dependencies: TenantServiceDependencies, id: string): void {
  const purged = purge(dependencies, id);
  if (!purged.ok) dependencies.logger.warn(purged.error.message);
}

/** What hangs on the tenant goes first: as long as its entry is there, the rest is tried again at the next start. */
function purge({ workspace, secrets, events }: TenantServiceDependencies, id: string): Result<unknown> {
  for (const slot of secretSlotSchema.options) {
    if (!secrets.describe(id, slot).isSet) continue;
    const cleared = secrets.set(id, slot, null);
    if (!cleared.ok) return cleared;
  }
  const drafts = workspace.drafts.list(id);
  for (const draft of drafts) {
    const removed = workspace.drafts.remove(draft.id);
    if (!removed.ok) return removed;
  }
  for (const preset of workspace.presets.list(id)) {
    const removed = workspace.presets.remove(preset.id);
    if (!removed.ok) return removed;
  }
  for (const store of [workspace.values, workspace.presetResults]) {
    const forgotten = store.remove(id);
    if (!forgotten.ok) return forgotten;
  }
  if (drafts.length > 0) events.emit("drafts.changed", { tenantId: id });
  return workspace.tenants.forget(id);
}

function nameDiffers(name: string): Result<never> {
  return failure("tenant.name-differs", `Type "${name}" to delete it. Capitals count. Nothing was deleted.`);
}
