import { z } from "zod";

/**
 * What a tenant can have a secret for: the credential of each API, the key of encrypted customer ids, and what the
 * connection's client certificate and proxy are opened with.
 */
export const secretSlotSchema = z.enum([
  "optievent",
  "realtime",
  "customer-id-key",
  "client-certificate-passphrase",
  "proxy-password",
]);
export type SecretSlot = z.infer<typeof secretSlotSchema>;

/** Below this many characters a passphrase is refused, whatever they are. */
export const SHORTEST_PASSPHRASE = 10;

/** How the vault can be opened. `keychain` is the name of the system's store that was used; null where none was. */
export const vaultWaysSchema = z.object({
  passphrase: z.boolean(),
  keychain: z.string().nullable(),
  recoveryKey: z.boolean(),
});
export type VaultWays = z.infer<typeof vaultWaysSchema>;

/** A record that is in the vault but cannot be decrypted. It stays there until its secret is entered again. */
export const unreadableSecretSchema = z.object({
  /** null where the record is so damaged that it does not say what it was for. */
  tenantId: z.string().nullable(),
  slot: secretSlotSchema.nullable(),
});
export type UnreadableSecret = z.infer<typeof unreadableSecretSchema>;

/**
 * How it stands with the vault.
 * `none`: there is none; secrets last for the session and catalogs are stored in clear.
 * `locked`: it can be opened by one of its ways.
 * `open`: secrets and catalogs are at hand.
 * `unavailable`: the keychain that opens it is missing, or gives another key; `reason` is a sentence.
 * `damaged`: the file cannot be read; `hasPrevious` says whether the version before it can.
 * `newer`: a newer version of the console wrote it; nothing is changed.
 */
export const vaultStateSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({
    kind: z.literal("locked"),
    ways: vaultWaysSchema,
    /** Something in the file changed that no console wrote, so a right passphrase may be refused. */
    isDamaged: z.boolean(),
    hasPrevious: z.boolean(),
  }),
  z.object({
    kind: z.literal("open"),
    ways: vaultWaysSchema,
    secretCount: z.number().int().nonnegative(),
    unreadable: z.array(unreadableSecretSchema),
  }),
  z.object({ kind: z.literal("unavailable"), ways: vaultWaysSchema, reason: z.string() }),
  z.object({ kind: z.literal("damaged"), reason: z.string(), hasPrevious: z.boolean() }),
  z.object({ kind: z.literal("newer"), version: z.number().int() }),
]);
export type VaultState = z.infer<typeof vaultStateSchema>;

/** Whether this host has a keychain that keeps secrets, and what it is called; else why not, in a sentence. */
export const keychainStatusSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("available"), backend: z.string() }),
  z.object({ kind: z.literal("missing"), reason: z.string() }),
]);
export type KeychainStatus = z.infer<typeof keychainStatusSchema>;
