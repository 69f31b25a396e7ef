import { z } from "zod";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { outputCatalog, catalogOutputOptions } from "./catalog-output.ts";
import { readCatalogSource } from "./catalog-source.ts";
import { storedCatalog } from "./stored-catalog.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import { say, type Terminal } from "./terminal.ts";
import { accessWorkspace, type WorkspaceAccess } from "./workspace-access.ts";

export const catalogExportOptionsSchema = z.object({
  ...commonOptions,
  ...catalogOutputOptions,
  catalog: z.string(),
  since: z.string().optional(),
});
export type CatalogExportOptions = z.infer<typeof catalogExportOptionsSchema>;

/** A catalog of the workspace, written in one of the formats. */
export async function catalogExportCommand(
  terminal: Terminal,
  options: CatalogExportOptions,
): Promise<Result<ExitCode>> {
  const access = accessWorkspace(terminal, options);
  const stored = await storedCatalog(access, options.catalog);
  if (!stored.ok) return stored;
  const { id, version, catalog } = stored.value;
  say(terminal, `Catalog: "${catalog.name}", version ${version}, of the workspace.`);
  const since =
    options.since === undefined ? success(null) : await earlier(terminal, access, id, options.since);
  if (!since.ok) return since;
  const about = { ok: true, id, name: catalog.name, version };
  const written = await outputCatalog(terminal, options, catalog, since.value, about);
  return written.ok ? success(EXIT.done) : written;
}

/** A number is a version of the catalog, anything else a file. */
async function earlier(
  terminal: Terminal,
  access: WorkspaceAccess,
  id: string,
  since: string,
): Promise<Result<Catalog>> {
  if (/^\d+$/.test(since)) {
    const workspace = access.open();
    if (!workspace.ok) return workspace;
    const version = workspace.value.catalogs.version(id, Number(since));
    return version.ok ? success(version.value.catalog) : failure(version.error.code, version.error.message);
  }
  const read = await readCatalogSource(terminal, since, {});
  return read.ok ? success(read.value.catalog) : read;
}
