import { existsSync } from "node:fs";
import { catalogSchema, type Catalog } from "../../../shared/domain/catalog.ts";
import { SANDBOX_TENANT_ID } from "../../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { readInputText } from "./read-input.ts";
import { say, type Terminal } from "./terminal.ts";
import type { WorkspaceAccess } from "./workspace-access.ts";

/** `stored` says which of the workspace's catalogs it is; null for one from a file. */
export type ChosenCatalog = {
  readonly catalog: Catalog;
  readonly stored: { readonly id: string; readonly name: string; readonly version: number } | null;
};

/**
 * The catalog to go by: the named file, else the workspace's catalog of that id or name, else, where none is named, the one
 * of the given tenant. null where that tenant has none. Says on standard error which one it took.
 * Codes: `catalog.not-found`, `catalog.invalid`, those of `readInputText` and of `openWorkspace`.
 */
export async function chooseCatalog(
  terminal: Terminal,
  access: WorkspaceAccess,
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
  const stored = catalogs.get(id) ?? catalogs.list().find(({ catalog }) => catalog.name === id);
  if (stored === undefined) {
    return failure("catalog.not-found", `There is no file and no catalog "${id}" in the workspace.`);
  }
  const { name } = stored.catalog;
  say(terminal, `Catalog: "${name}", version ${stored.version}, of the workspace.`);
  return success({ catalog: stored.catalog, stored: { id: stored.id, name, version: stored.version } });
}

async function readCatalogFile(terminal: Terminal, path: string): Promise<Result<ChosenCatalog>> {
  const text = await readInputText(terminal, path);
  if (!text.ok) return text;
  const parsed = catalogSchema.safeParse(parseOrNull(text.value));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place =
      issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.map(String).join(".")}`;
    return failure(
      "catalog.invalid",
      `"${path}" is no catalog file (optievent-catalog/1)${place}: ${issue?.message ?? "it cannot be read"}.`,
    );
  }
  say(terminal, `Catalog: "${parsed.data.name}", from "${path}".`);
  return success({ catalog: parsed.data, stored: null });
}

/** What is no JSON is no catalog either, and the schema says so. */
function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}
