import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

// The envelope of everything that is encrypted at rest: AES-256-GCM with a random nonce, as one line of text. The record's id
// is part of what is authenticated, so that a text moved to another record does not decrypt there.

/** Names the cipher, the sizes and how the id is bound; a change to any of them is a new number. */
const FORMAT = "optievent-sealed/1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** Encrypts a record under a key of 32 bytes. Two calls never give the same text. */
export function seal(key: Uint8Array, recordId: string, plaintext: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(recordId));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return `${FORMAT}:${Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString("base64")}`;
}

/** The record, or null where the text is not what was sealed under this key for this id. */
export function unseal(key: Uint8Array, recordId: string, sealed: string): Buffer | null {
  if (!sealed.startsWith(`${FORMAT}:`)) return null;
  const bytes = Buffer.from(sealed.slice(FORMAT.length + 1), "base64");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(recordId));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    // Node says only that it did not authenticate; damage, another key and another id are the same to it.
    return null;
  }
}

/** Whether a text has the form of the envelope, of this or of another version. */
export function isSealed(text: unknown): text is string {
  return typeof text === "string" && text.startsWith("optievent-sealed/");
}

function associatedData(recordId: string): Buffer {
  return Buffer.from(`${FORMAT}\n${recordId}`, "utf8");
}
