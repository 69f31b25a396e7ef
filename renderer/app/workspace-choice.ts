import type { TenantView } from "../../shared/contract/calls.ts";
import type { Settings } from "../../shared/domain/settings.ts";
import { isProductionTarget, isProductionTenant } from "../../shared/guard/production.ts";
import type { Api, Connection } from "../../shared/domain/tenant.ts";

/** What the window works with: a tenant, one of its APIs, and how that is reached. */
export type WorkspaceChoice = {
  readonly tenant: TenantView | null;
  readonly api: Api;
  readonly connection: Connection | null;
  /** The connection's address; null where there is no connection or the local gateway does not run. */
  readonly url: string | null;
  /** Sending there needs an approval. */
  readonly isProduction: boolean;
};

/** The tenant that a window starts with: the last one, else the first; never a production tenant, and so perhaps none. */
export function tenantAtStart(
  tenants: readonly TenantView[],
  lastTenantId: string | null,
): TenantView | null {
  const harmless = tenants.filter((tenant) => !isProductionTenant(tenant));
  return harmless.find(({ id }) => id === lastTenantId) ?? harmless[0] ?? null;
}

/**
 * The tenant that was chosen in this window, as long as it exists, and the API that was used last, else the first that the
 * tenant has a connection for.
 */
export function chooseWorkspace(
  tenants: readonly TenantView[],
  settings: Pick<Settings, "lastTenantId" | "lastApi">,
  chosenTenantId: string | null,
): WorkspaceChoice {
  const tenant =
    tenants.find(({ id }) => id === chosenTenantId) ?? tenantAtStart(tenants, settings.lastTenantId);
  const connections = tenant?.connections ?? [];
  const connection = connections.find(({ api }) => api === settings.lastApi) ?? connections[0] ?? null;
  const api = connection?.api ?? settings.lastApi;
  const url = tenant?.resolvedEndpoints.find((endpoint) => endpoint.api === api)?.url ?? null;
  const isProduction = tenant !== null && isProductionTarget(tenant, connection?.endpoint ?? null);
  return { tenant, api, connection, url, isProduction };
}

/** An address as the top bar shows it: without its scheme and without what it may carry as a query. */
export function shortAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
