import { join } from "node:path";
import { openHistory, type History } from "../../core/history/history.ts";
import { createNotices } from "../../core/notices.ts";
import { createConfStores } from "../../core/workspace/conf-store.ts";
import { openWorkspace, type Workspace } from "../../core/workspace/workspace.ts";
import { resolveWorkspacePath } from "../../core/workspace/workspace-path.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { say, type Terminal } from "./terminal.ts";

const HISTORY_FILE = "history.sqlite";

/** The workspace of this command, opened when it is first needed: a command that needs none works without a writable one. */
export type WorkspaceAccess = {
  readonly path: string;
  /** Codes: those of `openWorkspace`. */
  open(): Result<Workspace>;
  /** The workspace's record of sends, to be closed by the caller. Codes: those of `openWorkspace` and `openHistory`. */
  openHistory(): Result<History>;
};

/**
 * The command line takes no lock: it changes nothing in the workspace but its history, which several processes may write,
 * so that it works beside a running console.
 */
export function accessWorkspace(terminal: Terminal, override: string | undefined): WorkspaceAccess {
  const path = resolveWorkspacePath(terminal.env, override);
  let opened: Workspace | null = null;
  function open(): Result<Workspace> {
    if (opened !== null) return success(opened);
    const notices = createNotices(() => {});
    const clock = { now: terminal.now };
    const workspace = openWorkspace({ path, openStore: createConfStores(path), notices, clock });
    for (const notice of notices.list()) say(terminal, notice.message);
    if (workspace.ok) opened = workspace.value;
    return workspace;
  }
  return {
    path,
    open,
    openHistory() {
      // The demo content of a first start belongs to a workspace as much as its history does.
      const workspace = open();
      return workspace.ok ? openHistory(join(path, HISTORY_FILE)) : workspace;
    },
  };
}
