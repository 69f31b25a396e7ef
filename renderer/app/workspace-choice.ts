import type { TenantView } from "../../shared/contract/calls.ts";
import type { Settings } from "../../shared/domain/settings.ts";
import type { Api, Connection } from "../../shared/domain/tenant.ts";

/** What the window works with: a tenant, one of its APIs, and how that is reached. */
export type WorkspaceChoice = {
  readonly tenant: TenantView | null;
  readonly api: Api;
  readonly connection: Connection | null;
  /** The connection's address; null where there is no connection or the local gateway does not run. */
  readonly url: string | null;
};

/**
 * The tenant and the API that were used last, as far as they still exist: else the first tenant, and the first API that
 * the tenant has a connection for.
 */
export function chooseWorkspace(tenants: readonly TenantView[], settings: Settings): WorkspaceChoice {
  const tenant = tenants.find((candidate) => candidate.id === settings.lastTenantId) ?? tenants[0] ?? null;
  const connections = tenant?.connections ?? [];
  const connection =
    connections.find((candidate) => candidate.api === settings.lastApi) ?? connections[0] ?? null;
  const api = connection?.api ?? settings.lastApi;
  const url = tenant?.resolvedEndpoints.find((endpoint) => endpoint.api === api)?.url ?? null;
  return { tenant, api, connection, url };
}

/** An address as the top bar shows it: without its scheme and without what it may carry as a query. */
export function shortAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
