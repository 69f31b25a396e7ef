import type { TenantView } from "../../../shared/contract/calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { resolveEndpoint } from "../../../shared/domain/endpoint.ts";
import type { Tenant } from "../../../shared/domain/tenant.ts";
import { failure, success } from "../../../shared/result/result.ts";
import type { Services } from "./services.ts";

type TenantHandlers = Pick<Handlers, "tenants.list" | "catalogs.list" | "catalogs.get">;

export function createTenantHandlers(services: Services): TenantHandlers {
  const { tenants, catalogs } = services.workspace;
  return {
    "tenants.list": () => success(tenants.list().map((tenant) => toView(services, tenant))),
    "catalogs.list": () => {
      const refusal = catalogs.refusal();
      // Without a vault, one that is sealed keeps nobody from the others.
      if (refusal !== null && catalogs.list().length === 0) return { ok: false, error: refusal };
      return success(
        catalogs.list().map(({ id, version, catalog }) => {
          return { id, version, name: catalog.name, eventCount: catalog.events.length };
        }),
      );
    },
    "catalogs.get": ({ id }) => {
      const catalog = catalogs.get(id);
      if (catalog !== null) return success(catalog);
      const refusal = catalogs.refusal(id);
      if (refusal !== null) return { ok: false, error: refusal };
      return failure("catalog.not-found", "This catalog is not in the workspace. Choose another one.", {
        id,
      });
    },
  };
}

/** A credential is told by whether it is set and by a hint, never by its value. */
function toView(services: Services, tenant: Tenant): TenantView {
  return {
    ...tenant,
    credentials: tenant.connections.map(({ api }) => {
      const { isSet, hint } = services.secrets.describe(tenant.id, api);
      return { api, isSet, hint };
    }),
    resolvedEndpoints: tenant.connections.map((connection) => {
      return { api: connection.api, url: resolveEndpoint(connection, services.gatewayUrl) };
    }),
  };
}
