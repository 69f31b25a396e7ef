import type { RemovedTenant, TenantDependents } from "../../../shared/contract/tenant-calls.ts";
import type { Tenant } from "../../../shared/domain/tenant.ts";
import type { Result } from "../../../shared/result/result.ts";
import type { PortableTenant } from "../../../shared/tenants/tenants-file.ts";
import type { Guard } from "../guard/guard.ts";
import type { History } from "../history/history.ts";
import type { Clock, EventBus, Logger } from "../ports.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { createTenantChanges } from "./tenant-changes.ts";
import { createTenantRemoval } from "./tenant-removal.ts";

export type TenantServiceDependencies = {
  readonly workspace: Pick<Workspace, "tenants" | "drafts" | "values" | "presets" | "presetResults">;
  readonly secrets: Pick<Secrets, "describe" | "set">;
  readonly history: Pick<History, "count">;
  readonly guard: Pick<Guard, "forget">;
  readonly events: Pick<EventBus, "emit">;
  readonly clock: Clock;
  readonly logger: Pick<Logger, "warn">;
};

/**
 * What can be done with tenants. Codes: `tenant.not-found`, `tenant.invalid` (its `details.problems` are `TenantProblem`s),
 * `tenant.name-differs`, `workspace.not-saved`.
 */
export type TenantService = {
  create(tenant: PortableTenant): Result<Tenant>;
  /** All of them or none. */
  createAll(tenants: readonly PortableTenant[]): Result<readonly Tenant[]>;
  update(tenant: Tenant): Result<Tenant>;
  duplicate(id: string): Result<Tenant>;
  dependents(id: string): Result<TenantDependents>;
  /** Production needs its name typed and is gone at once (null); others can be brought back until the time given. */
  remove(id: string, typedName: string | null): Result<RemovedTenant | null>;
  removed(): readonly RemovedTenant[];
  restore(id: string): Result<Tenant>;
  /** Removes for good what can no longer be brought back. To be called at the start and when the time of one is over. */
  purgeExpired(): void;
};

export function createTenantService(dependencies: TenantServiceDependencies): TenantService {
  return { ...createTenantChanges(dependencies), ...createTenantRemoval(dependencies) };
}
