import { SANDBOX_TENANT_ID } from "../../../shared/domain/tenant.ts";
import type { SecretSlot } from "../../../shared/domain/vault.ts";
import { success, type AppError } from "../../../shared/result/result.ts";
import type { NewSecret, Vault } from "../vault/vault.ts";
import { refusalOf } from "../vault/vault-refusals.ts";
import { createKnownSecrets, describeSecret, secretKey, type KnownSecrets, type Secrets } from "./secrets.ts";

export type VaultSecrets = Secrets & {
  /** What is kept for the session only and would move into a vault that is created now. */
  forSession(): readonly NewSecret[];
  /** They are in the vault now. */
  dropSession(): void;
};

/** A secret of the vault, in memory while the vault is open. `value` is null where it is locked or does not decrypt. */
type Held = { readonly slot: SecretSlot; readonly value: Buffer | null };

/**
 * The secrets of a console: in the vault, or, while there is none, in memory until the program ends. The demo tenant's are
 * never stored: only the console's own gateway knows them.
 */
export function createVaultSecrets(vault: Vault): VaultSecrets {
  const session = new Map<string, NewSecret>();
  const known = createKnownSecrets();
  const held = holdSecrets(vault, known);
  const keepsForSession = (tenantId: string): boolean =>
    tenantId === SANDBOX_TENANT_ID || vault.state().kind === "none";
  const use = (tenantId: string, slot: SecretSlot): string | null => {
    const key = secretKey(tenantId, slot);
    return session.get(key)?.value ?? held.get(key)?.value?.toString("utf8") ?? null;
  };

  return {
    set(tenantId, slot, value) {
      const id = { tenantId, slot };
      const key = secretKey(tenantId, slot);
      if (value === null || value === "") {
        session.delete(key);
        return held.has(key) ? vault.removeSecret(id) : success(null);
      }
      if (!keepsForSession(tenantId)) return vault.putSecret(id, value);
      session.set(key, { ...id, value });
      known.add(slot, value);
      return success(null);
    },
    use,
    refusal(tenantId, slot) {
      if (use(tenantId, slot) !== null || !held.has(secretKey(tenantId, slot))) return null;
      return refusalOf(vault.state()) ?? unreadable(tenantId, slot);
    },
    describe(tenantId, slot) {
      const value = use(tenantId, slot);
      const isKept = value === null && held.has(secretKey(tenantId, slot));
      if (!isKept) return describeSecret(value);
      return { isSet: true, isReadable: vault.state().kind !== "open", hint: null };
    },
    protect(value) {
      // A token of the vault is hidden already, and must be forgotten with it.
      if (!known.has(value)) known.add("optievent", value);
    },
    redact: (text) => known.redactor()(text),
    currentRedactor: () => known.redactor(),
    currentSecrets: () => known.all(),
    forSession: () => [...session.values()].filter(({ tenantId }) => tenantId !== SANDBOX_TENANT_ID),
    dropSession() {
      for (const [key, { tenantId, value }] of session) {
        if (tenantId === SANDBOX_TENANT_ID) continue;
        session.delete(key);
        known.endAtLock(value);
      }
    },
  };
}

/** The secrets of the vault by their key, following it. */
function holdSecrets(vault: Vault, known: KnownSecrets): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();

  function reload(): void {
    const isOpen = vault.state().kind === "open";
    // What was replaced stays hidden for as long as the vault is open; locking forgets all of it.
    if (!isOpen) known.forgetLocked();
    for (const { value } of held.values()) value?.fill(0);
    held.clear();
    for (const { tenantId, slot, value } of vault.entries()) {
      if (tenantId === null || slot === null) continue;
      // Damage can give two records one id; the one that decrypts counts.
      const key = secretKey(tenantId, slot);
      if (held.get(key)?.value == null) held.set(key, { slot, value });
      if (value !== null) known.add(slot, value.toString("utf8"), "lock");
    }
  }
  vault.onChange(reload);
  reload();
  return held;
}

function unreadable(tenantId: string, slot: SecretSlot): AppError {
  return {
    code: "vault.secret-unreadable",
    message:
      "The secret is in the vault, but its record is damaged and cannot be decrypted. Enter it again in the tenant's settings; all others work.",
    details: { tenantId, slot },
  };
}
