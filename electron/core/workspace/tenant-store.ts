import { z } from "zod";
import { tenantSchema, type Tenant } from "../../../shared/domain/tenant.ts";
import type { Result } from "../../../shared/result/result.ts";
import { openStoredDocument, type StorageContext } from "./stored-document.ts";

const tenantsDocumentSchema = z.object({
  tenants: z.array(tenantSchema),
  /** The demo content was made once, so that what the user deletes of it stays deleted. */
  demoCreated: z.boolean(),
});
type TenantsDocument = z.infer<typeof tenantsDocumentSchema>;

export type TenantStore = {
  /** In the order they were added. */
  list(): readonly Tenant[];
  get(id: string): Tenant | null;
  /** Adds or replaces. Code: `workspace.not-saved`. */
  save(tenant: Tenant): Result<unknown>;
  /** Removing what is not there is no error. Code: `workspace.not-saved`. */
  remove(id: string): Result<unknown>;
  wasDemoCreated(): boolean;
  /** Adds the demo tenant and remembers it, in one write. Code: `workspace.not-saved`. */
  addDemo(tenant: Tenant): Result<unknown>;
};

export function openTenantStore(context: StorageContext): TenantStore {
  const file = openStoredDocument<TenantsDocument>(context, "tenants", {
    schema: tenantsDocumentSchema,
    steps: [],
  });
  const read = (): TenantsDocument => file.read() ?? { tenants: [], demoCreated: false };
  const get = (id: string): Tenant | null => read().tenants.find((tenant) => tenant.id === id) ?? null;
  const withTenant = (tenant: Tenant): Tenant[] =>
    get(tenant.id) === null
      ? [...read().tenants, tenant]
      : read().tenants.map((other) => (other.id === tenant.id ? tenant : other));
  return {
    list: () => read().tenants,
    get,
    save: (tenant) => file.save({ ...read(), tenants: withTenant(tenant) }),
    remove: (id) => file.save({ ...read(), tenants: read().tenants.filter((tenant) => tenant.id !== id) }),
    wasDemoCreated: () => read().demoCreated,
    addDemo: (tenant) => file.save({ tenants: withTenant(tenant), demoCreated: true }),
  };
}
