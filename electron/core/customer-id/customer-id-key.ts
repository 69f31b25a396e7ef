import { failure, success, type Result } from "../../../shared/result/result.ts";

/** How the key was written: its 32 bytes as text, as 64 hexadecimal digits, or in base64. */
export type KeyForm = "text" | "hexadecimal" | "base64";

/** The key of AES and HMAC alike, and the form it was recognised in. The bytes never leave the core. */
export type CustomerIdKey = { readonly bytes: Buffer; readonly form: KeyForm };

/** AES-256 takes no other length. */
const KEY_BYTES = 32;

/**
 * Reads the key that the vendor hands out for encrypted customer ids. The three forms have different lengths, so that none
 * can be taken for another. The vendor's samples use the text form. An error names lengths and never the key.
 */
export function readCustomerIdKey(written: string): Result<CustomerIdKey> {
  // White space around a pasted key belongs to the clipboard, unless it is what makes the 32 bytes.
  const key = keyOf(written) ?? keyOf(written.trim());
  if (key !== null) return success(key);
  const { length } = Buffer.from(written.trim(), "utf8");
  return failure(
    "customer-id.key-length",
    `The key has ${length} ${length === 1 ? "byte" : "bytes"} as text and is no other form of 32 bytes either. ` +
      "Enter it as 32 characters, 64 hexadecimal digits or base64 of 32 bytes.",
    { bytes: length },
  );
}

function keyOf(written: string): CustomerIdKey | null {
  const text = Buffer.from(written, "utf8");
  if (text.length === KEY_BYTES && written.isWellFormed()) return { bytes: text, form: "text" };
  if (/^[0-9a-fA-F]{64}$/.test(written)) return { bytes: Buffer.from(written, "hex"), form: "hexadecimal" };
  // 43 digits and one "=" are what 32 bytes make; the last "=" is often lost.
  if (/^[A-Za-z0-9+/]{43}=?$/.test(written)) return { bytes: Buffer.from(written, "base64"), form: "base64" };
  return null;
}
