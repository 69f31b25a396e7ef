import { demoCatalog, DEMO_CATALOG_ID } from "../../../shared/demo/demo-catalog.ts";
import {
  connectionSchema,
  DEFAULT_RULE_PROFILE,
  LOCAL_GATEWAY_ENDPOINT,
  SANDBOX_TENANT_ID,
  SANDBOX_TENANT_NUMBER,
  type Tenant,
} from "../../../shared/domain/tenant.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import type { CatalogStore } from "./catalog-store.ts";
import type { TenantStore } from "./tenant-store.ts";

/** The tenant of a first start. It reaches the console's own gateway through both APIs. */
const sandboxTenant: Tenant = {
  id: SANDBOX_TENANT_ID,
  name: "Local sandbox",
  kind: "sandbox",
  tenantNumber: SANDBOX_TENANT_NUMBER,
  connections: [
    connectionSchema.parse({ api: "optievent", endpoint: LOCAL_GATEWAY_ENDPOINT }),
    connectionSchema.parse({ api: "realtime", endpoint: LOCAL_GATEWAY_ENDPOINT }),
  ],
  catalogId: DEMO_CATALOG_ID,
  ruleProfile: DEFAULT_RULE_PROFILE,
  colour: null,
  productionHostsAcknowledged: false,
};

/**
 * Makes the demo tenant and its catalog at the first start. Later starts leave them as the user left them, but make the
 * catalog anew where its file had to be kept aside. Code: `workspace.not-saved`.
 */
export function createDemoContent(tenants: TenantStore, catalogs: CatalogStore): Result<unknown> {
  const isFirstStart = !tenants.wasDemoCreated();
  // A catalog that is only locked is never replaced.
  const isReachable = catalogs.refusal(DEMO_CATALOG_ID) === null;
  const isCatalogWanted = isReachable && (isFirstStart || catalogs.wasKeptAside(DEMO_CATALOG_ID));
  if (isCatalogWanted && catalogs.get(DEMO_CATALOG_ID) === null) {
    const saved = catalogs.save(DEMO_CATALOG_ID, demoCatalog, { kind: "demo", detail: null });
    if (!saved.ok) return saved;
  }
  return isFirstStart ? tenants.addDemo(sandboxTenant) : success(null);
}
