import type { SecretSlot, VaultState, VaultWays } from "../../../shared/domain/vault.ts";
import { assertNever } from "../../../shared/result/result.ts";

/** For the status bar: a few words. */
export function shortVaultText(state: VaultState): string {
  switch (state.kind) {
    case "none":
      return "Secrets: this session only";
    case "open":
      return "Vault open";
    case "locked":
      return "Vault locked";
    case "unavailable":
      return "Vault cannot be opened";
    case "damaged":
      return "Vault damaged";
    case "newer":
      return "Vault of a newer version";
    default:
      return assertNever(state);
  }
}

/** What a secret is for, within a sentence. */
export const SLOT_TEXTS = {
  optievent: "OptiEvent token",
  realtime: "Realtime token",
  "customer-id-key": "key of encrypted customer ids",
  "client-certificate-passphrase": "passphrase of the client certificate",
  "proxy-password": "password of the proxy",
} as const satisfies Record<SecretSlot, string>;

/** What opens a vault, for people: "passphrase, KWallet and recovery key". */
export function waysText(ways: VaultWays): string {
  const names = [
    ways.passphrase ? "passphrase" : null,
    ways.keychain,
    ways.recoveryKey ? "recovery key" : null,
  ].filter((name) => name !== null);
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
}

/** Above the field that asks for the passphrase. */
export function unlockExplanation(
  state: Extract<VaultState, { kind: "locked" | "unavailable" }>,
  isNeededNow: boolean,
): string {
  if (state.kind === "unavailable") return state.reason;
  if (state.isDamaged) {
    return "The vault's file was changed by something other than the console. It may still open; what is damaged is shown then.";
  }
  return isNeededNow
    ? "What you asked for needs the secrets and catalogs in the vault. It goes on once the vault is open."
    : "The secrets and catalogs of this workspace are in it.";
}

/** The state in a sentence or two, for the settings. */
export function longVaultText(state: VaultState): string {
  switch (state.kind) {
    case "none":
      return "There is no vault. Secrets are kept in memory until the console ends and are never written to disk; catalogs are stored unencrypted, readable by your user only.";
    case "open":
      return `The vault is open. ${secretsText(state.secretCount)}, and the catalogs are encrypted.`;
    case "locked":
      return state.isDamaged
        ? "The vault is locked, and its file was changed by something other than the console. It may still open; what is damaged is shown then."
        : "The vault is locked. Secrets and catalogs are in it, encrypted, and not in memory.";
    case "unavailable":
      return `${state.reason} What is in the vault is still there, encrypted.`;
    case "damaged":
      return `The vault's file cannot be used, because ${state.reason}. It was left as it is.`;
    case "newer":
      return "The vault was written by a newer version of the console. This version changes nothing in it; use the newer one, or another workspace.";
    default:
      return assertNever(state);
  }
}

/** Where a token goes that is found in a file, within a sentence; null while it is not known yet how the vault is. */
export function foundTokenText(state: VaultState | null): string {
  switch (state?.kind) {
    case "open":
      return "a token, which goes to the vault and nowhere else";
    case "none":
      return "a token, which is kept in memory until the console ends, since there is no vault";
    case "locked":
      return "a token, which goes to the vault and nowhere else; unlock the vault first";
    default:
      return "a token, which cannot be kept while the vault cannot be used; enter it with the tenant later";
  }
}

function secretsText(count: number): string {
  if (count === 0) return "It holds no secret yet";
  return count === 1 ? "It holds one secret" : `It holds ${count} secrets`;
}
