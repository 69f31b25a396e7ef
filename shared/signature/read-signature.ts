import { failure, success, type Result } from "../result/result.ts";
import { decodeBase64, decodeHex } from "./decode.ts";
import type { Deviation } from "./deviation.ts";

/** The names of the hash functions that make signatures of each length. */
export type HashName = "md5" | "sha1" | "sha224" | "sha256" | "sha384" | "sha512";

/** A signature as it was written: its bytes, which tell the function, and how the writing differs from what is documented. */
export type WrittenSignature = {
  readonly bytes: Uint8Array;
  readonly hash: HashName;
  readonly deviations: readonly Deviation[];
};

const HASH_OF_LENGTH: Readonly<Record<number, HashName>> = {
  16: "md5",
  20: "sha1",
  28: "sha224",
  32: "sha256",
  48: "sha384",
  64: "sha512",
};

/**
 * Reads a signature as the vendor documents it, lower-case hexadecimal, or as others write it. A header's name before it
 * is passed over. Codes: `signature.empty`, `signature.unreadable`, `signature.length`.
 */
export function readSignature(text: string): Result<WrittenSignature> {
  const written = text.trim().replace(/^X-Optimove-Signature-Content\s*:\s*/i, "");
  if (written === "") return failure("signature.empty", "There is no signature. Paste one.");
  const prefix = /^(?:(?:hmac-?)?(?:md5|sha-?(?:1|224|256|384|512))=|0x)/i.exec(written)?.[0] ?? "";
  const value = written.slice(prefix.length);
  const deviations = prefix === "" ? [] : [writing("prefix", `and written with ${prefix} before it`)];
  const hex = decodeHex(value);
  if (hex !== null) return measured(hex, [...deviations, ...caseOf(value)]);
  const base64 = decodeBase64(value);
  if (base64 === null) {
    return failure(
      "signature.unreadable",
      "This is no signature: it is neither hexadecimal nor base64. Paste the value of X-Optimove-Signature-Content.",
    );
  }
  return measured(base64, [
    ...deviations,
    writing("base64", "and written in base64 in place of hexadecimal"),
  ]);
}

function caseOf(hex: string): Deviation[] {
  return /[A-F]/.test(hex) ? [writing("upper-case", "and written in capital letters")] : [];
}

function writing(id: string, phrase: string): Deviation {
  return { id: `writing.${id}`, about: "writing", phrase };
}

function measured(bytes: Uint8Array, deviations: readonly Deviation[]): Result<WrittenSignature> {
  const hash = HASH_OF_LENGTH[bytes.length];
  if (hash !== undefined) return success({ bytes, hash, deviations });
  return failure(
    "signature.length",
    `The signature has ${bytes.length} ${bytes.length === 1 ? "byte" : "bytes"}. HMAC-SHA256 gives 32, which are 64 hexadecimal digits: a part of it is missing, or there is too much.`,
    { bytes: bytes.length },
  );
}
