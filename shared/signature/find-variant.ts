import { assertNever } from "../result/result.ts";
import type { Deviation } from "./deviation.ts";
import type { KeyVariant } from "./key-variants.ts";
import { messageVariants } from "./message-variants.ts";
import type { HashName, WrittenSignature } from "./read-signature.ts";

/** Hashing is the platform's: HMAC with the key, or a plain hash of the parts one after another. */
export type Hashing = {
  readonly hmac: (hash: HashName, key: Uint8Array, message: Uint8Array) => Uint8Array;
  readonly plain: (hash: HashName, parts: readonly Uint8Array[]) => Uint8Array;
};

export type SignatureSearch = {
  readonly body: string;
  readonly signature: WrittenSignature;
  /** The documented one first. */
  readonly keys: readonly KeyVariant[];
  readonly hashing: Hashing;
};

/** `deviations` is null where nothing that was tried has this signature. `isComplete`: there was nothing left to try. */
export type SignatureFinding = {
  readonly deviations: readonly Deviation[] | null;
  readonly tried: number;
  readonly isComplete: boolean;
};

/** So many bytes are hashed at most: a second or two. A body of a few kilobytes does not come near. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Looks for what was signed, and how, so that this signature came of it. Yields after each message it has tried, for others
 * to have their turn.
 */
export function* findVariant(search: SignatureSearch): Generator<void, SignatureFinding> {
  const { signature, body } = search;
  let tried = 0;
  let bytes = 0;
  for (const message of messageVariants(body)) {
    if (bytes > MOST_BYTES) return { deviations: null, tried, isComplete: false };
    for (const digest of digestsOf(search, message.bytes)) {
      tried += 1;
      bytes += message.bytes.length;
      if (!isSame(digest.bytes, signature.bytes)) continue;
      const deviations = [...message.deviations, ...digest.deviations, ...signature.deviations];
      return { deviations, tried, isComplete: true };
    }
    yield;
  }
  return { deviations: null, tried, isComplete: true };
}

type Digest = { readonly bytes: Uint8Array; readonly deviations: readonly Deviation[] };

function* digestsOf({ keys, hashing, signature }: SignatureSearch, message: Uint8Array): Generator<Digest> {
  const { hash } = signature;
  const name = HASH_LABELS[hash];
  const isDocumented = hash === "sha256";
  for (const key of keys) {
    const deviations = [
      ...(isDocumented ? [] : [digest("other-hash", `by HMAC-${name} in place of HMAC-SHA256`)]),
      ...(key.deviation === null ? [] : [key.deviation]),
    ];
    yield { bytes: hashing.hmac(hash, key.bytes, message), deviations };
  }
  yield { bytes: hashing.plain(hash, [message]), deviations: [digest("no-key", `by ${name} without a key`)] };
  const token = keys[0]?.bytes;
  if (token === undefined) return;
  for (const order of ["token-first", "token-last"] as const) {
    yield {
      bytes: hashing.plain(hash, partsOf(order, token, message)),
      deviations: [digest(order, `by ${name} over ${PLAIN_LABELS[order]}, which is no HMAC`)],
    };
  }
}

const PLAIN_LABELS = {
  "token-first": "the token and the text one after the other",
  "token-last": "the text and the token one after the other",
} as const;

function partsOf(order: keyof typeof PLAIN_LABELS, token: Uint8Array, message: Uint8Array): Uint8Array[] {
  switch (order) {
    case "token-first":
      return [token, message];
    case "token-last":
      return [message, token];
    default:
      return assertNever(order);
  }
}

const HASH_LABELS = {
  md5: "MD5",
  sha1: "SHA1",
  sha224: "SHA224",
  sha256: "SHA256",
  sha384: "SHA384",
  sha512: "SHA512",
} as const satisfies Record<HashName, string>;

function digest(id: string, phrase: string): Deviation {
  return { id: `digest.${id}`, about: "digest", phrase };
}

/** Looks at every byte, however early they differ. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  one.forEach((byte, index) => {
    difference |= byte ^ (other[index] ?? 0);
  });
  return difference === 0;
}
