import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { WorkspaceAccess } from "./workspace-access.ts";

/**
 * The workspace's catalog of an id or a name. Codes: `catalog.not-found`, `catalog.sealed`, those of `openWorkspace` and of
 * `unlockVault`.
 */
export async function storedCatalog(
  access: Pick<WorkspaceAccess, "open" | "unlock">,
  named: string,
): Promise<Result<StoredCatalog>> {
  const workspace = access.open();
  if (!workspace.ok) return workspace;
  const unlocked = await access.unlock();
  if (!unlocked.ok) return unlocked;
  const { catalogs } = workspace.value;
  const refusal = catalogs.refusal(named);
  if (refusal !== null) return { ok: false, error: refusal };
  const stored = catalogs.get(named) ?? catalogs.list().find(({ catalog }) => catalog.name === named);
  if (stored !== undefined) return success(stored);
  return failure("catalog.not-found", `The workspace has no catalog "${named}".`);
}
