import { z } from "zod";
import { COVERAGE_WRITERS } from "../../../shared/catalog-coverage/formats.ts";
import { coverageReport } from "../../../shared/catalog-coverage/report.ts";
import type { CoverageReport, GatewayCoverage } from "../../../shared/contract/coverage-calls.ts";
import { SANDBOX_TENANT_ID } from "../../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { plural } from "../../../shared/text/counts.ts";
import { createCoverageIndex } from "../../core/coverage/coverage-index.ts";
import { writeWhole } from "../../core/export/write-whole.ts";
import { describeSystemError } from "../../core/workspace/system-error.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { receivedAtGateway } from "./gateway-received.ts";
import { commonOptions } from "./options.ts";
import { storedCatalog } from "./stored-catalog.ts";
import { printJson, say, writeOut, type Terminal } from "./terminal.ts";
import { accessWorkspace, type WorkspaceAccess } from "./workspace-access.ts";

const FORMATS = { md: "markdown", html: "html", csv: "csv" } as const;
export const COVERAGE_FORMATS = ["md", "html", "csv"] as const;

export const catalogCoverageOptionsSchema = z.object({
  ...commonOptions,
  catalog: z.string(),
  tenant: z.string().optional(),
  to: z.enum(COVERAGE_FORMATS, `--to is one of ${COVERAGE_FORMATS.join(", ")}.`).default("md"),
  output: z.string().min(1, "--output must name a file.").optional(),
});
export type CatalogCoverageOptions = z.infer<typeof catalogCoverageOptionsSchema>;

/**
 * What a catalog of the workspace declares, what was sent and what was answered, side by side. What only the gateway of
 * the console that runs on the workspace has received is in it too, or it is said why not. Codes: `tenant.not-found`, `export.not-written`, those of `storedCatalog` and
 * `openHistory`.
 */
export async function catalogCoverageCommand(
  terminal: Terminal,
  options: CatalogCoverageOptions,
): Promise<Result<ExitCode>> {
  const access = accessWorkspace(terminal, options);
  const report = await readReport(terminal, access, options);
  if (!report.ok) return report;
  const { catalogName, version, tenants, scan } = report.value;
  const names = tenants.map(({ name }) => name).join(", ");
  say(
    terminal,
    `Catalog: "${catalogName}", version ${version}. Tenants: ${names === "" ? "none" : names}. ${plural(scan.total, "exchange")} looked through.`,
  );
  const redact = (text: string): string => access.secrets.redact(text);
  const text = redact(COVERAGE_WRITERS[FORMATS[options.to]].text(report.value, terminal.now().toISOString()));
  if (options.output !== undefined) {
    try {
      await writeWhole(options.output, [text]);
    } catch (error) {
      const reason = describeSystemError(error);
      return failure("export.not-written", `"${options.output}" could not be written, because ${reason}.`);
    }
    say(terminal, `Written to "${options.output}".`);
  }
  if (options.json === true) printJson(terminal, JSON.parse(redact(JSON.stringify(report.value))));
  else if (options.output === undefined) await writeOut(terminal, text);
  return success(EXIT.done);
}

async function readReport(
  terminal: Terminal,
  access: WorkspaceAccess,
  { catalog, tenant }: CatalogCoverageOptions,
): Promise<Result<CoverageReport>> {
  const stored = await storedCatalog(access, catalog);
  if (!stored.ok) return stored;
  const workspace = access.open();
  if (!workspace.ok) return workspace;
  const tenants = workspace.value.tenants
    .list()
    .filter(({ id, name, catalogId }) =>
      tenant === undefined ? catalogId === stored.value.id : id === tenant || name === tenant,
    )
    .map(({ id, name }) => ({ id, name }));
  if (tenant !== undefined && tenants.length === 0) {
    return failure("tenant.not-found", `The workspace has no tenant "${tenant}".`);
  }
  const history = access.openHistory();
  if (!history.ok) return history;
  const index = createCoverageIndex({ history: history.value, onStep: () => undefined });
  try {
    await index.complete();
    const seen = tenants.flatMap(({ id }) => index.seen(id));
    const gateway = tenants.some(({ id }) => id === SANDBOX_TENANT_ID)
      ? await atGateway(terminal, access.path)
      : NOTHING_RECEIVED;
    return success(coverageReport({ stored: stored.value, tenants, scan: index.scan(), seen, gateway }));
  } finally {
    index.close();
    history.value.close();
  }
}

const NOTHING_RECEIVED: ReadonlyMap<string, GatewayCoverage> = new Map();

/** What others sent to the local gateway since its console started. */
async function atGateway(
  terminal: Terminal,
  workspacePath: string,
): Promise<ReadonlyMap<string, GatewayCoverage>> {
  const answer = await receivedAtGateway(workspacePath);
  if (answer.ok) return answer.received;
  say(terminal, `What only the local gateway has received is not in it: ${answer.reason}.`);
  return NOTHING_RECEIVED;
}
