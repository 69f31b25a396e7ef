import { createCipheriv, createDecipheriv, createHash, createHmac, timingSafeEqual } from "node:crypto";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { readCustomerIdKey, type KeyForm } from "./customer-id-key.ts";
import { readEnvelope, type EncryptedEnvelope } from "./encrypted-envelope.ts";

// Encrypted customer ids as the vendor's public samples make and read them (OPTIMOVE-API.md section 2, Ids;
// optimove-tech/Reporting-Encrypted-CustomerID): AES-256-CBC with PKCS7 padding, HMAC-SHA256 with the same key over IV and
// ciphertext, base64 of IV, ciphertext and MAC.

/** The vendor's Node and PHP samples use this for every id, which makes equal ids equal when encrypted. */
const STATIC_IV = "staticivstaticiv";

/** OPTIMOVE-API.md section 2: the plain id, in UTF-16 units. */
const MAXIMUM_PLAIN_LENGTH = 90;

/** OPTIMOVE-API.md section 2: any customer id, so also an encrypted one. Only ids beyond ASCII reach it within 90. */
const MAXIMUM_ID_LENGTH = 200;

const CIPHER = "aes-256-cbc";

export type EncryptedCustomerId = { readonly encrypted: string; readonly keyForm: KeyForm };

export type DecryptedCustomerId = {
  readonly customerId: string;
  readonly keyForm: KeyForm;
  /** False for ids of the vendor's .NET sample, which draws a new IV each time: one customer, many encrypted ids. */
  readonly hasStaticIv: boolean;
};

/** Encrypts an id. Errors: `customer-id.empty`, `.too-long`, `.not-unicode`, `.key-length`. */
export function encryptCustomerId(customerId: string, writtenKey: string): Result<EncryptedCustomerId> {
  const unfit = whyUnfit(customerId);
  if (unfit !== null) return unfit;
  const key = readCustomerIdKey(writtenKey);
  if (!key.ok) return key;
  const { bytes, form } = key.value;
  const iv = Buffer.from(STATIC_IV, "ascii");
  const cipher = createCipheriv(CIPHER, bytes, iv);
  const signed = Buffer.concat([iv, cipher.update(customerId, "utf8"), cipher.final()]);
  const encrypted = Buffer.concat([signed, authenticationCode(signed, bytes)]).toString("base64");
  if (encrypted.length > MAXIMUM_ID_LENGTH) {
    return tooLong(
      `Encrypted, the id has ${encrypted.length} characters, because some of its characters take several bytes. ` +
        `A customer id has ${MAXIMUM_ID_LENGTH} at most.`,
    );
  }
  return success({ encrypted, keyForm: form });
}

/**
 * Decrypts an id, after its MAC was found right in constant time. Errors: `customer-id.not-base64`, `.cut-off`,
 * `.mac-mismatch`, `.not-text`, `.key-length`.
 */
export function decryptCustomerId(encrypted: string, writtenKey: string): Result<DecryptedCustomerId> {
  const envelope = readEnvelope(encrypted);
  if (!envelope.ok) return envelope;
  const key = readCustomerIdKey(writtenKey);
  if (!key.ok) return key;
  const { bytes, form } = key.value;
  const { signed, code, iv } = envelope.value;
  if (!timingSafeEqual(code, authenticationCode(signed, bytes))) {
    return failure(
      "customer-id.mac-mismatch",
      "The authentication code does not fit: either this is not the key that the id was encrypted with, or the " +
        "encrypted id was changed on its way. Compare both with their sources.",
    );
  }
  const customerId = decipher(envelope.value, bytes);
  if (customerId === null) {
    return failure(
      "customer-id.not-text",
      "The key is right, but what was encrypted is not UTF-8 text with PKCS7 padding. Look at how the id is encrypted.",
    );
  }
  return success({ customerId, keyForm: form, hasStaticIv: iv.equals(Buffer.from(STATIC_IV, "ascii")) });
}

/**
 * The visitor id of a logged-in customer: the first 16 hexadecimal digits of SHA-1 over the id in UTF-8
 * (OPTIMOVE-API.md section 2, Ids).
 */
export function visitorIdOf(customerId: string): string {
  return createHash("sha1").update(customerId, "utf8").digest("hex").slice(0, 16);
}

function authenticationCode(signed: Buffer, key: Buffer): Buffer {
  return createHmac("sha256", key).update(signed).digest();
}

function decipher({ iv, ciphertext }: EncryptedEnvelope, key: Buffer): string | null {
  try {
    const decipher = createDecipheriv(CIPHER, key, iv);
    const plain = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    return null;
  }
}

function whyUnfit(customerId: string): Result<never> | null {
  if (customerId === "") return failure("customer-id.empty", "There is no customer id. Enter one.");
  if (!customerId.isWellFormed()) {
    return failure(
      "customer-id.not-unicode",
      "The customer id contains half of a character (a lone surrogate). Enter it anew.",
    );
  }
  if (customerId.length <= MAXIMUM_PLAIN_LENGTH) return null;
  return tooLong(
    `The customer id has ${customerId.length} characters. One that is encrypted has ${MAXIMUM_PLAIN_LENGTH} at most.`,
  );
}

function tooLong(message: string): Result<never> {
  return failure("customer-id.too-long", `${message} Use a shorter id.`);
}
