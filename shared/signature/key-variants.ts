import { encodeUtf8 } from "../compose/utf8.ts";
import { decodeBase64, decodeHex } from "./decode.ts";
import type { Deviation } from "./deviation.ts";

/** Bytes that somebody may have used as the key. `deviation` is null for the documented one: the token as text. */
export type KeyVariant = { readonly deviation: Deviation | null; readonly bytes: Uint8Array };

/** Ways to use a token as the key of a signature: as documented first, then as it is got wrong. */
export function keyVariants(token: string): readonly KeyVariant[] {
  const spellings = [
    variant("key.upper-case", "with the token in capital letters as key", encodeUtf8(token.toUpperCase())),
    variant("key.lower-case", "with the token in small letters as key", encodeUtf8(token.toLowerCase())),
    variant("key.line-break", "with the token and a line break after it as key", encodeUtf8(`${token}\n`)),
    variant(
      "key.trimmed",
      "with the token without the white space around it as key",
      encodeUtf8(token.trim()),
    ),
    variant("key.hexadecimal", "with the token read as hexadecimal digits as key", decodeHex(token)),
    variant("key.base64", "with the token read as base64 as key", decodeBase64(token)),
    variant("key.empty", "with an empty key", new Uint8Array()),
  ];
  const variants: KeyVariant[] = [{ deviation: null, bytes: encodeUtf8(token) }];
  for (const spelling of spellings) {
    if (spelling === null || variants.some(({ bytes }) => isSame(bytes, spelling.bytes))) continue;
    variants.push(spelling);
  }
  return variants;
}

/** Another secret in place of the right one, such as the token of the other API. */
export function wrongKey(phrase: string, token: string): KeyVariant {
  return { deviation: { id: "key.other-token", about: "key", phrase }, bytes: encodeUtf8(token) };
}

function variant(id: string, phrase: string, bytes: Uint8Array | null): KeyVariant | null {
  return bytes === null ? null : { deviation: { id, about: "key", phrase }, bytes };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
