import { assertNever } from "../../../shared/result/result.ts";
import type { StoreSealer } from "../workspace/sealed-stores.ts";
import type { Vault } from "./vault.ts";
import { refusalOf } from "./vault-refusals.ts";

/** Encrypts the workspace's files with the vault's key, while there is a vault. */
export function sealerOf(vault: Vault): StoreSealer {
  return {
    mode: () => modeOf(vault),
    refusal: () => refusalOf(vault.state()),
    seal: (recordId, plaintext) => vault.seal(recordId, plaintext),
    unseal: (recordId, sealed) => vault.unseal(recordId, sealed),
  };
}

function modeOf(vault: Vault): ReturnType<StoreSealer["mode"]> {
  const { kind } = vault.state();
  switch (kind) {
    case "none":
      return "clear";
    case "open":
      return "sealed";
    case "locked":
    case "unavailable":
    case "damaged":
    case "newer":
      return "refused";
    default:
      return assertNever(kind);
  }
}
