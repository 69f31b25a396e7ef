import type { TenantView } from "../../../shared/contract/tenant-view.ts";
import { resolveEndpoint } from "../../../shared/domain/endpoint.ts";
import type { Tenant } from "../../../shared/domain/tenant.ts";
import { secretSlotSchema } from "../../../shared/domain/vault.ts";
import type { Secrets } from "../secrets/secrets.ts";

/** What the window gets of a tenant. A secret is told by whether it is set and by a hint, never by its value. */
export function viewTenant(
  {
    secrets,
    gatewayUrl,
  }: { readonly secrets: Pick<Secrets, "describe">; readonly gatewayUrl: string | null },
  tenant: Tenant,
): TenantView {
  return {
    ...tenant,
    secrets: secretSlotSchema.options.map((slot) => {
      const { isSet, isReadable, hint } = secrets.describe(tenant.id, slot);
      return { slot, isSet, isReadable, hint };
    }),
    resolvedEndpoints: tenant.connections.map((connection) => {
      return { api: connection.api, url: resolveEndpoint(connection, gatewayUrl) };
    }),
  };
}
