import { join } from "node:path";
import { openHistory, type History } from "../../core/history/history.ts";
import { createNotices } from "../../core/notices.ts";
import type { Secrets } from "../../core/secrets/secrets.ts";
import { createVault, type Vault } from "../../core/vault/vault.ts";
import { sealerOf } from "../../core/vault/vault-sealer.ts";
import { createConfStores } from "../../core/workspace/conf-store.ts";
import { openWorkspace, type Workspace } from "../../core/workspace/workspace.ts";
import { resolveWorkspacePath } from "../../core/workspace/workspace-path.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { createCommandSecrets } from "./cli-secrets.ts";
import { say, type Terminal } from "./terminal.ts";
import { unlockVault, type PassphraseOptions } from "./unlock-vault.ts";

const HISTORY_FILE = "history.sqlite";

/** The workspace of this command, opened when it is first needed: a command that needs none works without a writable one. */
export type WorkspaceAccess = {
  readonly path: string;
  readonly vault: Vault;
  /** The credentials of the demo tenant, and what is in the vault while it is open. */
  readonly secrets: Secrets;
  /** Opens the vault for this command, if there is one. Codes: those of `unlockVault`. */
  unlock(): Promise<Result<null>>;
  /** Codes: those of `openWorkspace`. */
  open(): Result<Workspace>;
  /** The workspace's record of sends, to be closed by the caller. Codes: those of `openWorkspace` and `openHistory`. */
  openHistory(): Result<History>;
};

/**
 * The command line takes no lock: it changes nothing in the workspace but its history, which several processes may write,
 * so that it works beside a running console.
 */
export function accessWorkspace(
  terminal: Terminal,
  options: PassphraseOptions & { readonly workspace?: string | undefined },
): WorkspaceAccess {
  const path = resolveWorkspacePath(terminal.env, options.workspace);
  const vault = createVault({ folder: path, clock: { now: terminal.now } });
  vault.load();
  vault.onChange(() => opened?.catalogs.reload());
  let opened: Workspace | null = null;
  function open(): Result<Workspace> {
    if (opened !== null) return success(opened);
    const notices = createNotices(() => {});
    const clock = { now: terminal.now };
    const workspace = openWorkspace({
      path,
      openStore: createConfStores(path),
      notices,
      clock,
      sealer: sealerOf(vault),
    });
    for (const notice of notices.list()) say(terminal, notice.message);
    if (workspace.ok) opened = workspace.value;
    return workspace;
  }
  return {
    path,
    vault,
    secrets: createCommandSecrets(vault),
    unlock: () => unlockVault(terminal, vault, options),
    open,
    openHistory() {
      // The demo content of a first start belongs to a workspace as much as its history does.
      const workspace = open();
      return workspace.ok ? openHistory(join(path, HISTORY_FILE)) : workspace;
    },
  };
}
