import { resolveEndpoint } from "../../../shared/domain/endpoint.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { variableScope, type Variable } from "../../../shared/domain/variable.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { SendDependencies, SendTarget } from "./types.ts";

/** A tenant's connection with everything it depends on; `own` variables count before the tenant's. Codes: `tenant.not-found`, `tenant.no-connection`, and the vault's. */
export function resolveTenantTarget(
  dependencies: Pick<SendDependencies, "tenants" | "values" | "catalogs" | "secrets" | "gatewayUrl">,
  tenantId: string,
  api: Api,
  own: readonly Variable[] = [],
): Result<SendTarget> {
  const tenant = dependencies.tenants.get(tenantId);
  if (tenant === null) {
    return failure("tenant.not-found", "This tenant no longer exists. Choose another one, then send again.", {
      tenantId,
    });
  }
  const connection = tenant.connections.find((one) => one.api === api);
  if (connection === undefined) {
    return failure(
      "tenant.no-connection",
      `"${tenant.name}" has no connection for ${apiNames[api]}. Add one to the tenant, or choose the other API.`,
      { tenantId, api },
    );
  }
  // Values take the types of the catalog, so without it other bytes would leave than the user meant.
  const refusal = tenant.catalogId === null ? null : dependencies.catalogs.refusal?.(tenant.catalogId);
  if (refusal !== null && refusal !== undefined) return { ok: false, error: refusal };
  return success({
    tenant,
    connection,
    url: resolveEndpoint(connection, dependencies.gatewayUrl()),
    tenantNumber: tenant.tenantNumber,
    ruleProfile: tenant.ruleProfile,
    catalog: tenant.catalogId === null ? null : dependencies.catalogs.get(tenant.catalogId),
    token: dependencies.secrets.use(tenantId, api),
    variables: variableScope(dependencies.values?.get(tenantId).variables ?? [], own),
  });
}

/** Whose token it is, in words: `"Demo store" for Realtime`. */
export function ownerOf(target: SendTarget): string {
  const api = apiNames[target.connection.api];
  return target.tenant === null ? `this endpoint for ${api}` : `"${target.tenant.name}" for ${api}`;
}

const apiNames: Readonly<Record<Api, string>> = { optievent: "OptiEvent", realtime: "Realtime" };
