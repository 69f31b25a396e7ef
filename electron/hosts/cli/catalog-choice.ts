import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import { FORMAT_TITLES } from "../../../shared/catalog-import/types.ts";
import { SANDBOX_TENANT_ID } from "../../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { readCatalogSource } from "./catalog-source.ts";
import { say, type Terminal } from "./terminal.ts";
import type { WorkspaceAccess } from "./workspace-access.ts";

/** A catalog and what the record of a send calls it. One from a file has the file's name for an id and no version: 0. */
export type ChosenCatalog = Pick<StoredCatalog, "id" | "version" | "catalog">;

/**
 * The catalog to go by: the named file, else the workspace's catalog of that id or name, else, where none is named, the one
 * of the given tenant. null where that tenant has none. Says on standard error which one it took.
 * Codes: `catalog.not-found`, `catalog.invalid`, those of `readInputBytes`, of `openWorkspace` and of `unlockVault`.
 */
export async function chooseCatalog(
  terminal: Terminal,
  access: Pick<WorkspaceAccess, "open" | "unlock">,
  named: string | undefined,
  tenantId: string = SANDBOX_TENANT_ID,
): Promise<Result<ChosenCatalog | null>> {
  if (named !== undefined && existsSync(named)) return readCatalogFile(terminal, named);
  const workspace = access.open();
  if (!workspace.ok) return workspace;
  const { catalogs, tenants } = workspace.value;
  const id = named ?? tenants.get(tenantId)?.catalogId ?? null;
  if (id === null) {
    say(terminal, "There is no catalog, so events and parameters are not checked against one.");
    return success(null);
  }
  const unlocked = await access.unlock();
  if (!unlocked.ok) return unlocked;
  const refusal = catalogs.refusal(id);
  if (refusal !== null) return { ok: false, error: refusal };
  const stored = catalogs.get(id) ?? catalogs.list().find(({ catalog }) => catalog.name === id);
  if (stored === undefined) {
    return failure("catalog.not-found", `There is no file and no catalog "${id}" in the workspace.`);
  }
  say(terminal, `Catalog: "${stored.catalog.name}", version ${stored.version}, of the workspace.`);
  return success(stored);
}

/** A file in any known format; one of which something was left out is none to check against. */
async function readCatalogFile(terminal: Terminal, path: string): Promise<Result<ChosenCatalog>> {
  const read = await readCatalogSource(terminal, path, {});
  if (!read.ok) {
    const isUnreadable = read.error.code === "catalog.unreadable";
    return isUnreadable ? failure("catalog.invalid", read.error.message) : read;
  }
  const { catalog, format, problems } = read.value;
  const error = problems.find(({ severity }) => severity === "error");
  if (error !== undefined) {
    const place = `line ${error.line}, column ${error.column}`;
    return failure(
      "catalog.invalid",
      `"${path}" cannot be read whole as a catalog (${FORMAT_TITLES[format]}): ${place}: ${error.message} "catalog convert" shows all that is wrong, and writes the rest.`,
    );
  }
  say(terminal, `Catalog: "${catalog.name}", from "${path}" (${FORMAT_TITLES[format]}).`);
  return success({ id: `file:${basename(path)}`, version: 0, catalog });
}
