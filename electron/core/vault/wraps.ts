import { hkdfSync, randomBytes, scrypt, type ScryptOptions } from "node:crypto";
import { z } from "zod";
import { KEY_BYTES, seal, unseal } from "./sealed.ts";

// The data key, encrypted so that somebody can get at it: with a passphrase, with the system's keychain, or with a recovery
// key. A vault has at most one wrap of each kind.

const MEBIBYTE = 1024 * 1024;
const SALT_BYTES = 16;

/** What it costs to try a passphrase: `cost` rounds over 1 KiB blocks, 128 MiB with ours. */
export type ScryptCost = number;
export const SCRYPT_COST: ScryptCost = 2 ** 17;
/** More would let a damaged file ask for gigabytes. */
const HIGHEST_COST = 2 ** 20;

const saltSchema = z.base64().refine((text) => Buffer.from(text, "base64").length === SALT_BYTES);

const passphraseWrapSchema = z.object({
  kind: z.literal("passphrase"),
  scrypt: z.object({
    N: z
      .number()
      .int()
      .min(2)
      .max(HIGHEST_COST)
      .refine((cost) => Number.isInteger(Math.log2(cost))),
    r: z.literal(8),
    p: z.literal(1),
  }),
  salt: saltSchema,
  sealed: z.string(),
});
const keychainWrapSchema = z.object({
  kind: z.literal("keychain"),
  backend: z.string(),
  ciphertext: z.base64(),
});
const recoveryWrapSchema = z.object({ kind: z.literal("recovery"), salt: saltSchema, sealed: z.string() });

export const wrapSchema = z.discriminatedUnion("kind", [
  passphraseWrapSchema,
  keychainWrapSchema,
  recoveryWrapSchema,
]);
export type Wrap = z.infer<typeof wrapSchema>;
export type PassphraseWrap = z.infer<typeof passphraseWrapSchema>;
export type KeychainWrap = z.infer<typeof keychainWrapSchema>;
export type RecoveryWrap = z.infer<typeof recoveryWrapSchema>;

/** The id under which a data key is sealed: of this vault, by this kind of wrap. */
function wrapId(vaultId: string, kind: Wrap["kind"]): string {
  return `${vaultId}/wrap/${kind}`;
}

export async function wrapWithPassphrase(
  vaultId: string,
  dataKey: Uint8Array,
  passphrase: string,
  cost: ScryptCost,
): Promise<PassphraseWrap> {
  const salt = randomBytes(SALT_BYTES);
  const parameters = { N: cost, r: 8, p: 1 } as const;
  const key = await deriveKey(passphrase, salt, parameters);
  const sealed = seal(key, wrapId(vaultId, "passphrase"), dataKey);
  key.fill(0);
  return { kind: "passphrase", scrypt: parameters, salt: salt.toString("base64"), sealed };
}

/** The data key, or null where the passphrase is not the one, or the wrap is damaged. */
export async function unwrapWithPassphrase(
  vaultId: string,
  wrap: PassphraseWrap,
  passphrase: string,
): Promise<Buffer | null> {
  const key = await deriveKey(passphrase, Buffer.from(wrap.salt, "base64"), wrap.scrypt);
  const dataKey = unseal(key, wrapId(vaultId, "passphrase"), wrap.sealed);
  key.fill(0);
  return dataKey;
}

export function wrapWithRecoveryKey(
  vaultId: string,
  dataKey: Uint8Array,
  recoveryKey: Uint8Array,
): RecoveryWrap {
  const salt = randomBytes(SALT_BYTES);
  const key = expandKey(recoveryKey, salt);
  const sealed = seal(key, wrapId(vaultId, "recovery"), dataKey);
  key.fill(0);
  return { kind: "recovery", salt: salt.toString("base64"), sealed };
}

/** The data key, or null where the recovery key is not the one, or the wrap is damaged. */
export function unwrapWithRecoveryKey(
  vaultId: string,
  wrap: RecoveryWrap,
  recoveryKey: Uint8Array,
): Buffer | null {
  const key = expandKey(recoveryKey, Buffer.from(wrap.salt, "base64"));
  const dataKey = unseal(key, wrapId(vaultId, "recovery"), wrap.sealed);
  key.fill(0);
  return dataKey;
}

/** A passphrase typed on a Mac and on Windows can be the same letters in different code points. */
function deriveKey(passphrase: string, salt: Uint8Array, parameters: ScryptOptions): Promise<Buffer> {
  const options = { ...parameters, maxmem: (HIGHEST_COST / 1024 + 32) * MEBIBYTE };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** A recovery key is random already; it is only brought to length and bound to its use. */
function expandKey(recoveryKey: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", recoveryKey, salt, "optievent-recovery/1", KEY_BYTES));
}
