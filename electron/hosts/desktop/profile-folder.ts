import { join } from "node:path";
import type { App } from "electron";
import { ensurePrivateFolder } from "../../core/workspace/private-folder.ts";
import type { Result } from "../../../shared/result/result.ts";

/**
 * Puts what Electron itself keeps, and its lock against a second start, into the workspace: two workspaces are two
 * programs. Must run before anything else of Electron reads the folder. Codes: those of `ensurePrivateFolder`.
 */
export function useProfileIn(app: App, workspacePath: string): Result<string> {
  const folder = ensurePrivateFolder(join(workspacePath, "desktop"));
  if (folder.ok) app.setPath("userData", folder.value);
  return folder;
}
