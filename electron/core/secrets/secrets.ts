import type { SecretDescription } from "../../../shared/contract/vault-calls.ts";
import type { SecretSlot } from "../../../shared/domain/vault.ts";
import { createRedactor, type KnownSecret, type Redactor } from "../../../shared/redaction/redact.ts";
import { success, type AppError, type Result } from "../../../shared/result/result.ts";

/** The secrets of tenants. Only what makes a connection reads a value; everybody else describes or redacts. */
export type Secrets = {
  /** Sets a secret; null or an empty text forgets it. Codes: those of the vault, where the secret is to be kept there. */
  set(tenantId: string, slot: SecretSlot, value: string | null): Result<null>;
  /** The secret itself, null where none is set or the vault is locked. For making a request, and nothing else. */
  use(tenantId: string, slot: SecretSlot): string | null;
  /** Why `use` gives null although the secret is set: the vault is locked, or the record is damaged. Else null. */
  refusal(tenantId: string, slot: SecretSlot): AppError | null;
  describe(tenantId: string, slot: SecretSlot): SecretDescription;
  /** Has `redact` hide a value that belongs to no tenant, such as one given on the command line. */
  protect(value: string): void;
  /** The text with every secret that is known now, in whatever encoding, as its reference, such as `{{secret:token}}`. */
  redact(text: string): string;
  /** `redact` as it is now, also after the vault was locked: for what is still under way then. */
  currentRedactor(): Redactor;
  /** What `currentRedactor` hides, for a thread of this program that redacts, and nothing else. */
  currentSecrets(): readonly KnownSecret[];
};

/** The name by which texts refer to a tenant's credential: `{{secret:token}}`. */
export const TOKEN_SECRET = "token";

/** The two APIs have the same reference, because a text is sent through one of them. */
const REFERENCE_NAMES = {
  optievent: TOKEN_SECRET,
  realtime: TOKEN_SECRET,
  "customer-id-key": "customer-id-key",
  "client-certificate-passphrase": "client-certificate-passphrase",
  "proxy-password": "proxy-password",
} as const satisfies Record<SecretSlot, string>;

/** At most this many characters, and even two of them would say too much. */
const LONGEST_WITHOUT_HINT = 12;

/** Secrets that live in memory until the program ends; nothing of them is written anywhere. */
export function createSessionSecrets(): Secrets {
  const values = new Map<string, string>();
  const known = createKnownSecrets();
  return {
    set(tenantId, slot, value) {
      if (value === null || value === "") {
        values.delete(secretKey(tenantId, slot));
      } else {
        values.set(secretKey(tenantId, slot), value);
        known.add(slot, value);
      }
      return success(null);
    },
    use: (tenantId, slot) => values.get(secretKey(tenantId, slot)) ?? null,
    refusal: () => null,
    describe: (tenantId, slot) => describeSecret(values.get(secretKey(tenantId, slot)) ?? null),
    protect: (value) => known.add("optievent", value),
    redact: (text) => known.redactor()(text),
    currentRedactor: () => known.redactor(),
    currentSecrets: () => known.all(),
  };
}

export function secretKey(tenantId: string, slot: SecretSlot): string {
  return JSON.stringify([tenantId, slot]);
}

/** A secret that can be read, by its last two characters where it is long enough to give them away. */
export function describeSecret(value: string | null): SecretDescription {
  if (value === null) return { isSet: false, isReadable: true, hint: null };
  const characters = Array.from(value);
  const hint = characters.length > LONGEST_WITHOUT_HINT ? characters.slice(-2).join("") : null;
  return { isSet: true, isReadable: true, hint };
}

/** Until when a value has to be hidden: the program's end, or the vault's locking. */
export type KnownUntil = "end" | "lock";

/** Values to hide. One that was replaced can still be in an answer on its way, so what was known once stays hidden. */
export type KnownSecrets = {
  add(slot: SecretSlot, value: string, until?: KnownUntil): void;
  has(value: string): boolean;
  /** Has what was to be known until the end be forgotten when the vault is locked, in which it now is. */
  endAtLock(value: string): void;
  /** Forgets what was to be known until the vault is locked. */
  forgetLocked(): void;
  redactor(): Redactor;
  all(): readonly KnownSecret[];
};

export function createKnownSecrets(): KnownSecrets {
  const known = new Map<string, KnownSecret & { readonly until: KnownUntil }>();
  // One for all of them, made when it is first asked for: a secret can be part of another, and the longer one must go first.
  let redact: Redactor | null = null;
  return {
    add(slot, value, until = "end") {
      if (value === "" || known.get(value)?.until === "end" || known.get(value)?.until === until) return;
      known.set(value, { name: REFERENCE_NAMES[slot], value, until });
      redact = null;
    },
    has: (value) => known.has(value),
    endAtLock(value) {
      const secret = known.get(value);
      if (secret !== undefined) known.set(value, { ...secret, until: "lock" });
    },
    forgetLocked() {
      for (const { value, until } of known.values()) if (until === "lock") known.delete(value);
      redact = null;
    },
    redactor: () => (redact ??= createRedactor([...known.values()])),
    all: () => Array.from(known.values(), ({ name, value }) => ({ name, value })),
  };
}
