import type { Step } from "./step.ts";
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

/** How what `base64Patterns` finds begins: with or without the first character that holds bits of what stands before. */
export function base64Steps(text: string): Step[][] {
  const bytes = toBytes(text);
  return [0, 1, 2].flatMap((alignment) => {
    const [first, ...rest] = alignedCharacters(bytes, alignment);
    if (first === undefined) return [];
    const whole = rest.filter(({ isWhole }) => isWhole).map(({ possible }) => base64Step(possible));
    const all = [base64Step(first.possible), ...whole];
    return first.isWhole ? [all] : [all, whole];
  });
}

function base64Step(possible: readonly string[]): Step {
  return {
    alone: possible.flatMap((character) => Array.from(alternatives[character] ?? character)),
    longer: possible.flatMap((character) => escapes[character] ?? []),
  };
}

/** What `dialects` has in place of a character, and how what is longer than one begins. */
const alternatives: Readonly<Record<string, string>> = { "+": "+-", "/": "/_" };
const escapes: Readonly<Record<string, readonly string[]>> = {
  "+": ["%25", "%2b"],
  "/": ["\\/", "%25", "%2f"],
};

function alignedPattern(bytes: Uint8Array, alignment: number): string {
  return alignedCharacters(bytes, alignment)
    .map(({ possible, isWhole }) => {
      const pattern = possible.map((character) => dialects[character] ?? character).join("|");
      return isWhole ? pattern : `(?:${pattern})?`;
    })
    .join("");
}

/** `isWhole` where all bits are the text's. */
type Character = { readonly possible: readonly string[]; readonly isWhole: boolean };

function alignedCharacters(bytes: Uint8Array, alignment: number): Character[] {
  const start = alignment * 8;
  const end = start + bytes.length * 8;
  const characters: Character[] = [];
  for (let position = Math.floor(start / 6); position * 6 < end; position += 1) {
    const isWhole = position * 6 >= start && position * 6 + 6 <= end;
    characters.push({ possible: charactersAt(bytes, start, position * 6), isWhole });
  }
  return characters;
}

/** The characters that the six bits from `bit` on can be; bits outside the text can be either. */
function charactersAt(bytes: Uint8Array, start: number, bit: number): string[] {
  const possible: string[] = [];
  for (let value = 0; value < 64; value += 1) {
    if (agrees(bytes, bit - start, value)) possible.push(ALPHABET.charAt(value));
  }
  return possible;
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
