import type { SecretSlot, VaultState } from "../../../shared/domain/vault.ts";
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
