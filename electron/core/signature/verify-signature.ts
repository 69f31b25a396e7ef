import { createHash, createHmac } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { SignatureVerdict } from "../../../shared/contract/tool-calls.ts";
import { encodeUtf8 } from "../../../shared/compose/utf8.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { describeDeviations } from "../../../shared/signature/deviation.ts";
import {
  findVariant,
  type Hashing,
  type SignatureFinding,
  type SignatureSearch,
} from "../../../shared/signature/find-variant.ts";
import { keyVariants, wrongKey } from "../../../shared/signature/key-variants.ts";
import { readSignature } from "../../../shared/signature/read-signature.ts";
import { signBody } from "../send/signing.ts";

const hashing: Hashing = {
  hmac: (hash, key, message) => createHmac(hash, key).update(message).digest(),
  plain(hash, parts) {
    const made = createHash(hash);
    for (const part of parts) made.update(part);
    return made.digest();
  },
};

export type VerifyInput = {
  readonly body: string;
  readonly signature: string;
  /** The key of the signature, and a token that is sometimes taken for it; null where there is none. */
  readonly token: string;
  readonly realtimeToken: string | null;
};

/** The search gives others their turn after so many milliseconds. */
const TURN_MS = 15;

/**
 * Whether a signature belongs to a body, and where it does not, what was signed instead or how. Codes: those of
 * `readSignature`.
 */
export async function verifyPastedSignature(input: VerifyInput): Promise<Result<SignatureVerdict>> {
  const { body, token, realtimeToken } = input;
  const signature = readSignature(input.signature);
  if (!signature.ok) return signature;
  const other =
    realtimeToken === null || realtimeToken === token
      ? []
      : [wrongKey("with the tenant's Realtime token as key", realtimeToken)];
  const keys = [...keyVariants(token), ...other];
  const found = await search({ body, signature: signature.value, keys, hashing });
  const { deviations, tried, isComplete } = found;
  const bytes = encodeUtf8(body);
  return success({
    matches: deviations?.length === 0,
    sentence: sentenceOf(found),
    deviations: deviations?.map(({ id }) => id) ?? null,
    expected: signBody(token, bytes),
    byteLength: bytes.length,
    tried,
    isComplete,
  });
}

async function search(input: SignatureSearch): Promise<SignatureFinding> {
  const steps = findVariant(input);
  let turnStarted = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - turnStarted < TURN_MS) continue;
    await setImmediate();
    turnStarted = performance.now();
  }
}

function sentenceOf({ deviations }: SignatureFinding): string {
  if (deviations === null) {
    return (
      "The signature belongs to none of the ways in which this body is usually signed. Compare the token with the one that the " +
      "server signs with, and look at whether it signs the very text that it sends."
    );
  }
  if (deviations.length === 0)
    return "The signature belongs to this body: HMAC-SHA256 over exactly these bytes.";
  return describeDeviations(deviations);
}
