import { z } from "zod";
import { assertNever, success, type Result } from "../../../shared/result/result.ts";
import type { VaultState } from "../../../shared/domain/vault.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import { printJson, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const vaultStatusOptionsSchema = z.object({ ...commonOptions });
export type VaultStatusOptions = z.infer<typeof vaultStatusOptionsSchema>;

/** How it stands with the workspace's vault; says whether a passphrase opens it if one is given. Changes nothing. */
export async function vaultStatusCommand(
  terminal: Terminal,
  options: VaultStatusOptions,
): Promise<Result<ExitCode>> {
  const access = accessWorkspace(terminal, options);
  access.vault.load();
  if (options.passphraseFile !== undefined || options.passphraseEnv !== undefined) {
    const unlocked = await access.unlock();
    if (!unlocked.ok) return unlocked;
  } else {
    await access.vault.start();
  }
  const state = access.vault.state();
  if (options.json === true) printJson(terminal, state);
  else terminal.stdout.write(`${describe(state)}\n`);
  return success(EXIT.done);
}

function describe(state: VaultState): string {
  switch (state.kind) {
    case "none":
      return "There is no vault. Secrets last for a session, and catalogs are stored unencrypted.";
    case "locked":
      return `The vault is locked. It opens with ${waysOf(state.ways)}.`;
    case "open":
      return `The vault opens. It holds ${state.secretCount} secrets, ${state.unreadable.length} of them unreadable.`;
    case "unavailable":
      return `The vault cannot be opened here. ${state.reason}`;
    case "damaged":
      return `The vault's file cannot be used, because ${state.reason}.`;
    case "newer":
      return `The vault was written by a newer version of the console (format ${state.version}).`;
    default:
      return assertNever(state);
  }
}

function waysOf(ways: Extract<VaultState, { kind: "locked" }>["ways"]): string {
  const names = [
    ways.passphrase ? "a passphrase" : null,
    ways.keychain,
    ways.recoveryKey ? "a recovery key" : null,
  ];
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names.filter((name) => name !== null));
}
