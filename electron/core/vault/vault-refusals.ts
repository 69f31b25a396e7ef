import type { VaultState } from "../../../shared/domain/vault.ts";
import { SHORTEST_PASSPHRASE } from "../../../shared/domain/vault.ts";
import { assertNever, failure, type AppError, type Result } from "../../../shared/result/result.ts";

// The sentences with which the vault says no. Each says what to do next.

/** Why what is in the vault cannot be had in this state; null where it can, or where there is no vault. */
export function refusalOf(state: VaultState): AppError | null {
  switch (state.kind) {
    case "none":
    case "open":
      return null;
    case "locked":
      return { code: "vault.locked", message: "The vault is locked. Unlock it, then try again." };
    case "unavailable":
      return {
        code: "vault.unavailable",
        message: `The vault cannot be opened. ${state.reason} Settings, "Secrets and vault" shows the ways out.`,
      };
    case "damaged":
      return {
        code: "vault.damaged",
        message: `The vault's file cannot be used, because ${state.reason}. It was left as it is; Settings, "Secrets and vault" shows the ways out.`,
      };
    case "newer":
      return {
        code: "vault.newer",
        message:
          "The vault was written by a newer version of the console. It was left as it is; use that version, or another workspace.",
      };
    default:
      return assertNever(state);
  }
}

/** For something that needs an open vault, in a state that is none. */
export function notOpen(state: VaultState): Result<never> {
  const refusal = refusalOf(state);
  if (refusal !== null) return { ok: false, error: refusal };
  return failure("vault.none", 'There is no vault yet. Create one in Settings, "Secrets and vault".');
}

export function wrongPassphrase(isDamaged: boolean): Result<never> {
  const also = isDamaged
    ? " The file is damaged, so it may be refused although it is right; the version before the last change may still take it."
    : "";
  return failure("vault.wrong-passphrase", `This passphrase does not open the vault.${also}`);
}

export function wrongRecoveryKey(): Result<never> {
  return failure(
    "vault.wrong-recovery-key",
    "This recovery key is of another vault, or an older one: each new recovery key replaces the one before.",
  );
}

export function tooShort(): Result<never> {
  return failure(
    "vault.passphrase-too-short",
    `The passphrase must have at least ${SHORTEST_PASSPHRASE} characters.`,
  );
}

export function noWay(way: "passphrase" | "recovery key"): Result<never> {
  return failure("vault.no-such-way", `This vault has no ${way}. Open it in another way.`);
}

export function alreadyThere(): Result<never> {
  return failure("vault.exists", "There is a vault already, so none was created.");
}

export function isOpen(): Result<never> {
  return failure(
    "vault.is-open",
    "The vault is open, so there is nothing to start anew. Nothing was changed.",
  );
}
