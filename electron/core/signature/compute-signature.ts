import { success, type Result } from "../../../shared/result/result.ts";
import { fillSecrets } from "../send/fill-secrets.ts";
import { signBody } from "../send/signing.ts";

/**
 * The signature that a body would be sent with: over its bytes as they leave, the token filled in where the body refers to
 * it. Nothing else of the token is in the answer, and a signature gives no way back to its key. Code: `secret.missing`, for a
 * reference to a secret that there is none of.
 */
export function computeSignature(
  body: Uint8Array,
  token: string,
): Result<{ readonly signature: string; readonly byteLength: number }> {
  const wire = fillSecrets({ headers: [], body }, token, "the tenant");
  if (!wire.ok) return wire;
  return success({ signature: signBody(token, wire.value.body), byteLength: wire.value.body.length });
}
