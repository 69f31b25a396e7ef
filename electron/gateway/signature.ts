import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

const SIGNATURE_VERSION_HEADER = "x-optimove-signature-version";
const SIGNATURE_CONTENT_HEADER = "x-optimove-signature-content";

/**
 * Why the signature of a request does not hold, or null when it does or when there is nothing to verify. The message is the
 * bytes as received: whether the vendor's server verifies those or JSON written anew is documented nowhere.
 * Source: signature headers of the vendor's server-side events, version 1: lower-case hex of HMAC-SHA256.
 */
export function signatureProblem(
  headers: IncomingHttpHeaders,
  body: Uint8Array,
  token: string | null,
  isRequired: boolean,
): string | null {
  const version = headers[SIGNATURE_VERSION_HEADER];
  const content = headers[SIGNATURE_CONTENT_HEADER];
  if (version === undefined && content === undefined) return isRequired ? "signature is missing" : null;
  if (token === null) return isRequired ? "signature cannot be verified without a token" : null;
  if (version === undefined || content === undefined) {
    return `signature is incomplete, both ${SIGNATURE_VERSION_HEADER} and ${SIGNATURE_CONTENT_HEADER} are needed`;
  }
  if (version !== "1") return "signature version is not 1";
  const expected = createHmac("sha256", token).update(body).digest("hex");
  return isSameSecret(String(content), expected) ? null : "signature does not match the body";
}

/** Compares in a time that tells nothing of where two texts differ, nor of how long the expected one is. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
