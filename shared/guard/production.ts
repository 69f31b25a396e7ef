import type { Tenant } from "../domain/tenant.ts";
import { isProductionHost } from "./hosts.ts";

/** What of a tenant decides whether it is guarded. */
export type GuardedTenant = Pick<Tenant, "kind" | "productionHostsAcknowledged">;

/**
 * Whether sending here is sending to production: the tenant says so, or the host is the vendor's and the user has not stated
 * that this tenant is something else. `url` is the resolved address; null while it is not known. A bare endpoint has no
 * tenant.
 */
export function isProductionTarget(tenant: GuardedTenant | null, url: string | null): boolean {
  if (tenant?.kind === "production") return true;
  if (tenant?.productionHostsAcknowledged === true) return false;
  return url !== null && URL.canParse(url) && isProductionHost(new URL(url).hostname);
}

/** Whether any of a tenant's connections goes to production, so that the tenant is treated as such as a whole. */
export function isProductionTenant(tenant: GuardedTenant & Pick<Tenant, "connections">): boolean {
  return (
    isProductionTarget(tenant, null) ||
    tenant.connections.some(({ endpoint }) => isProductionTarget(tenant, endpoint))
  );
}

/** Whether a typed name is the one asked for. Spaces around it do not count, capitals do. */
export function isSameName(typed: string, name: string): boolean {
  return typed.trim().normalize("NFC") === name.trim().normalize("NFC");
}
