import { toBytes } from "./bytes.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** How the characters that differ between dialects are written: plain, URL-safe, percent-encoded, JSON-escaped. */
const dialects: Readonly<Record<string, string>> = {
  "+": "(?:[+-]|%(?:25)*2[Bb])",
  "/": "(?:\\\\*/|_|%(?:25)*2[Ff])",
};

/**
 * Patterns, sources of case-sensitive regular expressions, for the text within base64 of anything that contains it. What
 * stands before it in the encoded data moves it against the groups of three bytes, so there are three. The characters at
 * either end that hold bits of neighbours as well are matched by the bits that are known.
 */
export function base64Patterns(text: string): string[] {
  const bytes = toBytes(text);
  return [0, 1, 2].map((alignment) => alignedPattern(bytes, alignment));
}

function alignedPattern(bytes: Uint8Array, alignment: number): string {
  const start = alignment * 8;
  const end = start + bytes.length * 8;
  let pattern = "";
  for (let position = Math.floor(start / 6); position * 6 < end; position += 1) {
    const possible = charactersAt(bytes, start, position * 6);
    const isWhole = position * 6 >= start && position * 6 + 6 <= end;
    pattern += isWhole ? possible : `(?:${possible})?`;
  }
  return pattern;
}

/** The characters that the six bits from `bit` on can be; bits outside the text can be either. */
function charactersAt(bytes: Uint8Array, start: number, bit: number): string {
  const possible: string[] = [];
  for (let value = 0; value < 64; value += 1) {
    if (agrees(bytes, bit - start, value)) possible.push(ALPHABET.charAt(value));
  }
  return possible.map((character) => dialects[character] ?? character).join("|");
}

function agrees(bytes: Uint8Array, offset: number, value: number): boolean {
  for (let index = 0; index < 6; index += 1) {
    const byte = bytes[Math.floor((offset + index) / 8)];
    if (offset + index < 0 || byte === undefined) continue;
    const expected = (byte >> (7 - ((offset + index) % 8))) & 1;
    if (((value >> (5 - index)) & 1) !== expected) return false;
  }
  return true;
}
