import type { Connection, Tenant } from "../domain/tenant.ts";
import { readHostEntry } from "../guard/hosts.ts";
import { isProductionTarget } from "../guard/production.ts";
import { endpointProblem, proxyProblem } from "./endpoint.ts";

/** One thing wrong with a tenant. `path` leads to the field: `["connections", 0, "endpoint"]`. */
export type TenantProblem = { readonly path: readonly (string | number)[]; readonly message: string };

/** Everything wrong with a tenant beyond its shape; empty where it can be stored. `others`: the names already in use. */
export function tenantProblems(tenant: Omit<Tenant, "id">, others: readonly string[]): TenantProblem[] {
  const problems: TenantProblem[] = [];
  const name = tenant.name.trim();
  if (name === "") problems.push({ path: ["name"], message: "Give the tenant a name." });
  if (others.some((other) => other.trim() === name)) {
    problems.push({
      path: ["name"],
      message: "Another tenant has this name. Choose one that tells them apart.",
    });
  }
  const apis = tenant.connections.map(({ api }) => api);
  if (new Set(apis).size < apis.length) {
    problems.push({ path: ["connections"], message: "A tenant has one connection for each API at most." });
  }
  const inConnections = tenant.connections.flatMap((connection, index) =>
    connectionProblems(tenant, connection).map(({ path, message }) => {
      return { path: ["connections", index, ...path], message };
    }),
  );
  return [...problems, ...inConnections];
}

function connectionProblems(tenant: Omit<Tenant, "id">, connection: Connection): TenantProblem[] {
  const problems: TenantProblem[] = [];
  const add = (path: TenantProblem["path"], message: string | null) => {
    if (message !== null) problems.push({ path, message });
  };
  add(["endpoint"], endpointProblem(connection.endpoint));
  if (connection.proxy.kind === "address") add(["proxy", "url"], proxyProblem(connection.proxy.url));
  for (const [index, entry] of (connection.allowedHosts ?? []).entries()) {
    if (readHostEntry(entry) === null) add(["allowedHosts", index], hostEntryMessage(entry));
  }
  if (!connection.verifyTls && isProductionTarget(tenant, connection.endpoint)) {
    add(
      ["verifyTls"],
      "Certificates of production are always checked. This is for sandbox and test tenants.",
    );
  }
  return problems;
}

function hostEntryMessage(entry: string): string {
  return `"${entry}" is no host. Write host.example, host.example:8443 or *.host.example, without https:// and path.`;
}
