import type { QueryClient } from "@tanstack/react-query";
import type { CallInput, CallName } from "../../shared/contract/calls.ts";
import { recentExchanges } from "../features/compose/recent-exchanges.ts";
import type { Host } from "../host/host.ts";
import { callQuery } from "../host/queries.ts";
import { tenantAtStart } from "./workspace-choice.ts";

/** What the status bar asks history for: how long it is. */
export const NEWEST_EXCHANGE: CallInput<"history.page"> = { limit: 1 };

/**
 * Asks for what the first screen will ask for, all at once and before anything is drawn, because each of its parts knows
 * what it needs only when the one before it is there. What fails here is asked again, and told, by the part that needs it.
 */
export async function readAhead(host: Host, client: QueryClient): Promise<void> {
  const read = <Name extends CallName>(name: Name, input: CallInput<Name>) =>
    client.ensureQueryData(callQuery(host, name, input)).catch(() => null);
  const first = Promise.all([read("settings.get", {}), read("tenants.list", {}), read("catalogs.list", {})]);
  void read("app.info", {});
  void read("vault.status", {});
  void read("history.page", NEWEST_EXCHANGE);
  const [settings, tenants, catalogs] = await first;
  const tenant = settings && tenants && tenantAtStart(tenants, settings.lastTenantId);
  if (tenant === null) return;
  const catalog = catalogs?.find(({ id }) => id === tenant.catalogId);
  if (catalog !== undefined) void read("catalogs.version", { id: catalog.id, version: catalog.version });
  void read("values.get", { tenantId: tenant.id });
  void read("drafts.list", { tenantId: tenant.id });
  void read("presets.list", { tenantId: tenant.id });
  void read("history.page", recentExchanges(tenant.id));
}
