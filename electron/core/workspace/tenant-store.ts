import { z } from "zod";
import { tenantSchema, type Tenant } from "../../../shared/domain/tenant.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { openStoredDocument, type StorageContext } from "./stored-document.ts";

/** A tenant that was removed and waits to be brought back, with its place in the list, until its time is over. */
const removedTenantSchema = z.object({
  tenant: tenantSchema,
  index: z.number().int().nonnegative(),
  /** ISO-8601 UTC. */
  until: z.string(),
});
export type RemovedTenantEntry = z.infer<typeof removedTenantSchema>;

const tenantsDocumentSchema = z.object({
  tenants: z.array(tenantSchema),
  /** The demo content was made once, so that what the user deletes of it stays deleted. */
  demoCreated: z.boolean(),
  removed: z.array(removedTenantSchema).default([]),
});
type TenantsDocument = z.infer<typeof tenantsDocumentSchema>;

/** Every change is durable when it answers, in one write. Code of all of them: `workspace.not-saved`. */
export type TenantStore = {
  /** In the order they were added. */
  list(): readonly Tenant[];
  get(id: string): Tenant | null;
  /** Adds or replaces. */
  save(tenant: Tenant): Result<unknown>;
  addAll(tenants: readonly Tenant[]): Result<unknown>;
  /** Those that can be brought back, the one removed last first. */
  listRemoved(): readonly RemovedTenantEntry[];
  /** Takes a tenant out of the list; it can be restored from then on. Removing what is not there is no error. */
  remove(id: string, until: string): Result<unknown>;
  /** Puts a removed tenant back where it was; null where there is none of this id. */
  restore(id: string): Result<Tenant | null>;
  /** Forgets a removed tenant for good. */
  forget(id: string): Result<unknown>;
  wasDemoCreated(): boolean;
  /** Adds the demo tenant and remembers it. */
  addDemo(tenant: Tenant): Result<unknown>;
};

export function openTenantStore(context: StorageContext): TenantStore {
  const file = openStoredDocument<TenantsDocument>(context, "tenants", {
    schema: tenantsDocumentSchema,
    steps: [],
  });
  const read = (): TenantsDocument => file.read() ?? { tenants: [], demoCreated: false, removed: [] };
  const get = (id: string): Tenant | null => read().tenants.find((tenant) => tenant.id === id) ?? null;
  const withTenant = (tenant: Tenant): Tenant[] =>
    get(tenant.id) === null
      ? [...read().tenants, tenant]
      : read().tenants.map((other) => (other.id === tenant.id ? tenant : other));
  const others = (id: string) => read().removed.filter(({ tenant }) => tenant.id !== id);
  return {
    list: () => read().tenants,
    get,
    save: (tenant) => file.save({ ...read(), tenants: withTenant(tenant) }),
    addAll: (tenants) => file.save({ ...read(), tenants: [...read().tenants, ...tenants] }),
    listRemoved: () => read().removed,
    remove(id, until) {
      const { tenants } = read();
      const index = tenants.findIndex((tenant) => tenant.id === id);
      const tenant = tenants[index];
      if (tenant === undefined) return success(null);
      const removed = [{ tenant, index, until }, ...others(id)];
      return file.save({ ...read(), tenants: tenants.toSpliced(index, 1), removed });
    },
    restore(id) {
      const entry = read().removed.find(({ tenant }) => tenant.id === id);
      if (entry === undefined) return success(null);
      const tenants = read().tenants.toSpliced(entry.index, 0, entry.tenant);
      const saved = file.save({ ...read(), tenants, removed: others(id) });
      return saved.ok ? success(entry.tenant) : saved;
    },
    forget: (id) => file.save({ ...read(), removed: others(id) }),
    wasDemoCreated: () => read().demoCreated,
    addDemo: (tenant) => file.save({ ...read(), tenants: withTenant(tenant), demoCreated: true }),
  };
}
