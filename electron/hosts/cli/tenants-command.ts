import { z } from "zod";
import { success, type Result } from "../../../shared/result/result.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import { formatTable } from "./table.ts";
import { printable, printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const tenantsListOptionsSchema = z.object({ ...commonOptions });
export type TenantsListOptions = z.infer<typeof tenantsListOptionsSchema>;

/** The workspace's tenants with what reaches them; credentials are not part of a tenant and are never printed. */
export async function tenantsListCommand(
  terminal: Terminal,
  options: TenantsListOptions,
): Promise<Result<ExitCode>> {
  const workspace = accessWorkspace(terminal, options).open();
  if (!workspace.ok) return workspace;
  const tenants = workspace.value.tenants.list();
  if (options.json === true) {
    printJson(
      terminal,
      tenants.map(({ id, name, kind, tenantNumber, catalogId, connections }) => ({
        id,
        name,
        kind,
        tenantNumber,
        catalogId,
        connections: connections.map(({ api, endpoint, signed }) => ({ api, endpoint, signed })),
      })),
    );
    return success(EXIT.done);
  }
  if (tenants.length === 0) say(terminal, "The workspace has no tenant.");
  const rows = tenants.map((tenant) => [
    printable(tenant.id),
    printable(tenant.name),
    tenant.kind,
    tenant.tenantNumber === null ? "-" : String(tenant.tenantNumber),
    tenant.connections.map(({ api, endpoint }) => `${api} ${printable(endpoint)}`).join(", "),
  ]);
  terminal.stdout.write(formatTable([["ID", "NAME", "KIND", "NUMBER", "CONNECTIONS"], ...rows]));
  return success(EXIT.done);
}
