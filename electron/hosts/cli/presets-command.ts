import { z } from "zod";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import { formatTable } from "./table.ts";
import { printable, printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const presetsListOptionsSchema = z.object({
  ...commonOptions,
  tenant: z.string().optional(),
  event: z.string().optional(),
});
type PresetsListOptions = z.infer<typeof presetsListOptionsSchema>;

/** The presets of a tenant, or of all, with what is expected of each. Code: `tenant.not-found`. */
export async function presetsListCommand(
  terminal: Terminal,
  options: PresetsListOptions,
): Promise<Result<ExitCode>> {
  const workspace = accessWorkspace(terminal, options).open();
  if (!workspace.ok) return workspace;
  const { tenants, presets } = workspace.value;
  const ids = tenants.list().map(({ id }) => id);
  if (options.tenant !== undefined && !ids.includes(options.tenant)) {
    return failure(
      "tenant.not-found",
      `The workspace has no tenant "${options.tenant}". "tenants list" shows them.`,
    );
  }
  const chosen = options.tenant === undefined ? ids : [options.tenant];
  const listed = chosen
    .flatMap((id) => presets.list(id))
    .filter(({ eventKey }) => options.event === undefined || eventKey === options.event)
    .map(({ id, tenantId, api, eventKey, name, group, negative, expected }) => {
      return { id, name, group, tenantId, api, eventKey, negative, expected };
    });
  if (options.json === true) {
    printJson(terminal, listed);
    return success(EXIT.done);
  }
  if (listed.length === 0) say(terminal, "There is no such preset.");
  const rows = listed.map(({ name, group, tenantId, api, eventKey, expected }) => [
    printable(name),
    printable(group ?? "-"),
    printable(tenantId),
    api,
    printable(eventKey),
    printable([expected.outcome, expected.rule].filter((part) => part !== null).join(", ")),
  ]);
  terminal.stdout.write(formatTable([["NAME", "GROUP", "TENANT", "API", "EVENT", "EXPECTED"], ...rows]));
  return success(EXIT.done);
}
