import { failure, success, type Result } from "../../../shared/result/result.ts";

/** The parts of an encrypted customer id. `signed` is what the code is over: IV and ciphertext. */
export type EncryptedEnvelope = {
  readonly signed: Buffer;
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly code: Buffer;
};

const BLOCK_BYTES = 16;
const CODE_BYTES = 32;
const SHORTEST = BLOCK_BYTES + BLOCK_BYTES + CODE_BYTES;

/** Takes an encrypted id apart. Errors: `customer-id.not-base64`, `customer-id.cut-off`. */
export function readEnvelope(encrypted: string): Result<EncryptedEnvelope> {
  const text = encrypted.trim();
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(text) || text === "") {
    return failure("customer-id.not-base64", whyNotBase64(text));
  }
  const bytes = Buffer.from(text, "base64");
  if (bytes.length < SHORTEST || bytes.length % BLOCK_BYTES !== 0) {
    return failure(
      "customer-id.cut-off",
      `The encrypted id has ${bytes.length} bytes. It must have ${SHORTEST} or more, in steps of ${BLOCK_BYTES}: a part of ` +
        "it is missing or this is not an encrypted customer id.",
      { bytes: bytes.length },
    );
  }
  const signed = bytes.subarray(0, -CODE_BYTES);
  return success({
    signed,
    iv: signed.subarray(0, BLOCK_BYTES),
    ciphertext: signed.subarray(BLOCK_BYTES),
    code: bytes.subarray(-CODE_BYTES),
  });
}

/** The two ways in which a right id is usually spoilt get a sentence of their own. */
function whyNotBase64(text: string): string {
  if (/^[A-Za-z0-9+/ ]+=*$/.test(text)) {
    return "The encrypted id contains spaces. A + of base64 becomes a space when it is decoded as part of a URL or form: percent-encode it there as %2B.";
  }
  if (/^[A-Za-z0-9_-]+=*$/.test(text)) {
    return "The encrypted id is written in URL-safe base64 (with - and _). The vendor's samples write the standard alphabet (with + and /).";
  }
  return "The encrypted id is not base64. It holds letters, digits, + and / only, with = at the end.";
}
