import { toBytes } from "./bytes.ts";

// Patterns for the ways in which servers, proxies and programs write a text they were given. Each is the source of a
// regular expression; letters' case is left to the expression's flags.

/**
 * What introduces an escape: one backslash, or as many as remain of it after JSON was put in JSON up to three times. The
 * bound keeps the time of a search proportional to the text, whatever a server answers.
 */
const ESCAPE = "\\\\{1,7}";

/**
 * The text itself, each character as it is or escaped: JSON (`\"`, `\u0041`, `\/`), also when encoded twice, C (`\x41`),
 * URL (`%41`, `%2541`, `+`), HTML (`&amp;`, `&#65;`, `&#x41;`). Characters may be escaped differently beside each other,
 * because every encoder chooses which ones it escapes.
 */
export function characterPattern(text: string): string {
  return groupBackslashes(Array.from(text))
    .map((character) => (character.startsWith("\\") ? backslashes(character) : oneCharacter(character)))
    .join("");
}

/** The text's bytes in hexadecimal, close together or with a colon, hyphen or space between them. */
export function hexPattern(text: string): string {
  return [...toBytes(text)].map((byte) => hexByte(byte)).join("[: -]?");
}

/** Backslashes in a row are one unit, so that a text full of them cannot make the search slow. */
function groupBackslashes(characters: readonly string[]): string[] {
  const grouped: string[] = [];
  for (const character of characters) {
    const last = grouped.length - 1;
    if (character === "\\" && grouped[last]?.startsWith("\\") === true) grouped[last] += character;
    else grouped.push(character);
  }
  return grouped;
}

function backslashes(run: string): string {
  const escaped = [`${ESCAPE}u005c`, `${ESCAPE}x5c`, percentBytes("\\"), "&#(?:x0*5c|0*92);"].join("|");
  return `(?:\\\\{${run.length},${run.length * 4}}|(?:${escaped}){${run.length}})`;
}

function oneCharacter(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  const hex = codePoint.toString(16);
  return `(?:${[
    `${isPunctuation(character) ? "\\\\{0,7}" : ""}${escapeForPattern(character)}`,
    ...(shortEscapes[character] ?? []),
    utf16Units(character),
    ...(codePoint < 0x100 ? [`${ESCAPE}x${hex.padStart(2, "0")}`] : []),
    percentBytes(character),
    ...(character === " " ? ["\\+"] : []),
    ...(htmlNames[character] ?? []),
    `&#(?:x0*${hex}|0*${codePoint});`,
  ].join("|")})`;
}

/** A backslash before a letter or digit would make another character of it; before punctuation it escapes it. */
function isPunctuation(character: string): boolean {
  return /[!-/:-@[-`{-~]/.test(character);
}

/** JSON's escapes of control characters; those that only put a backslash before the character need no entry. */
const shortEscapes: Readonly<Record<string, readonly string[]>> = {
  "\b": [`${ESCAPE}b`],
  "\f": [`${ESCAPE}f`],
  "\n": [`${ESCAPE}n`],
  "\r": [`${ESCAPE}r`],
  "\t": [`${ESCAPE}t`],
};

const htmlNames: Readonly<Record<string, readonly string[]>> = {
  "&": ["&amp;"],
  "<": ["&lt;"],
  ">": ["&gt;"],
  '"': ["&quot;"],
  "'": ["&apos;"],
};

function utf16Units(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `${ESCAPE}u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}

function percentBytes(character: string): string {
  return [...toBytes(character)].map((byte) => `%(?:25)*${hexByte(byte)}`).join("");
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function escapeForPattern(character: string): string {
  return character.replaceAll(/[$()*+./?[\\\]^{|}]/g, "\\$&");
}
