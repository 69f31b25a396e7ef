import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { Vault } from "../../core/vault/vault.ts";
import { refusalOf } from "../../core/vault/vault-refusals.ts";
import { readNamedSecret } from "./read-secret.ts";
import type { Terminal } from "./terminal.ts";

export type PassphraseOptions = {
  readonly passphraseFile?: string | undefined;
  readonly passphraseEnv?: string | undefined;
};

/**
 * Opens the vault for this command, if there is one: with the passphrase of the file or variable named, else with one that
 * is asked for where somebody sits at a terminal. Nothing of it outlives the command.
 * Codes: `usage.passphrase`, `vault.wrong-passphrase`, and those of a vault that cannot be opened.
 */
export async function unlockVault(
  terminal: Terminal,
  vault: Vault,
  options: PassphraseOptions,
): Promise<Result<null>> {
  if (vault.state().kind === "none" || vault.state().kind === "open") return success(null);
  // The command line has no keychain; asking for it anyway is what tells a vault that opens with one only.
  await vault.start();
  const state = vault.state();
  const refusal = refusalOf(state);
  if (refusal === null) return success(null);
  if (state.kind === "unavailable") {
    return failure(
      refusal.code,
      `${state.reason} On the command line a vault opens with a passphrase; set one in the console's settings.`,
    );
  }
  if (state.kind !== "locked") return { ok: false, error: refusal };
  const named = readNamedSecret(terminal, {
    what: "passphrase",
    file: options.passphraseFile,
    variable: options.passphraseEnv,
  });
  if (!named.ok) return named;
  const passphrase = named.value ?? (await terminal.askSecret?.("Passphrase of the vault")) ?? null;
  return passphrase === null ? noPassphrase() : vault.unlock(passphrase);
}

function noPassphrase(): Result<never> {
  return failure(
    "vault.locked",
    "The vault is locked. Name a file with its passphrase with --passphrase-file, or a variable with --passphrase-env.",
  );
}
