import { createNotices } from "../../../electron/core/notices.ts";
import { createConfStores } from "../../../electron/core/workspace/conf-store.ts";
import { openWorkspace } from "../../../electron/core/workspace/workspace.ts";
import { connectionSchema, tenantSchema } from "../../../shared/domain/tenant.ts";
import { largeCatalog } from "../large-catalog.ts";

/** The name of the tenant that a measured window works with. */
export const BENCH_TENANT = "Bench";

/** A workspace whose tenant is sent to `endpoint` and whose events have 50 parameters. */
export function seedWorkspace(path: string, endpoint: string): void {
  const opened = openWorkspace({
    path,
    openStore: createConfStores(path),
    notices: createNotices(() => {}),
    clock: { now: () => new Date() },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const { catalogs, tenants } = opened.value;
  catalogs.save("bench", largeCatalog(20, 50));
  const connections = [connectionSchema.parse({ api: "optievent", endpoint })];
  const tenant = { id: "bench", name: BENCH_TENANT, kind: "test", tenantNumber: 999, catalogId: "bench" };
  tenants.save(tenantSchema.parse({ ...tenant, connections }));
}
