import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The value of `X-Optimove-Signature-Content`: the lower-case hex of HMAC-SHA256 with the tenant's token as key
 * (OPTIMOVE-API.md, section 1). The message is exactly the bytes that are sent: whether the vendor verifies those or
 * re-serialised JSON is documented nowhere, and only for the bytes can we say what was signed.
 */
export function signBody(token: string, body: Uint8Array): string {
  return createHmac("sha256", token).update(body).digest("hex");
}

/** Whether a signature belongs to these bytes. Its letters may be of either case; anything that is no hex does not match. */
export function verifySignature(token: string, body: Uint8Array, signature: string): boolean {
  const expected = Buffer.from(signBody(token, body), "hex");
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false;
  return timingSafeEqual(expected, Buffer.from(signature, "hex"));
}
