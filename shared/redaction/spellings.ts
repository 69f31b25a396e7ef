import { toBytes } from "./bytes.ts";

// Patterns for the ways in which servers, proxies and programs write a text they were given. Each is the source of a
// regular expression with the flag "u" that finds letters in any case. Both cases are spelled out, because an expression
// with the flag "i" takes three times as long to compile, and each start of the program compiles some.

/**
 * What introduces an escape: one backslash, or as many as remain of it after JSON was put in JSON up to three times. The
 * bound keeps the time of a search proportional to the text, whatever a server answers.
 */
const ESCAPE = "\\\\{1,7}";

/**
 * The text itself, each character as it is or escaped: JSON (`\"`, `\u0041`, `\/`), also when encoded twice, C (`\x41`),
 * URL (`%41`, `%2541`, `+`), HTML (`&amp;`, `&#65;`, `&#x41;`), within quotes of its own kind (`""`, `'\''`). Characters may be
 * escaped differently beside each other, because every encoder chooses which ones it escapes.
 */
export function characterPattern(text: string): string {
  return groupRuns(Array.from(text))
    .map((run, index) => {
      if (run.startsWith("\\")) return backslashes(run);
      return run.startsWith('"') || run.startsWith("'") ? quotes(run, index === 0) : oneCharacter(run);
    })
    .join("");
}

/** What of a text an encoding of bytes may hold: itself, and as JSON, a URL or a form has it, all of which are encoded as a whole. */
export function writtenForms(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  if (!text.isWellFormed()) return [...new Set([text, json])];
  const url = encodeURIComponent(text);
  return [...new Set([text, json, url, url.replaceAll("%20", "+")])];
}

/** The text's bytes in hexadecimal, close together or with a colon, hyphen or space between them. */
export function hexPattern(text: string): string {
  return [...toBytes(text)].map((byte) => hexByte(byte)).join("[: -]?");
}

/** Backslashes in a row are one unit, and so are quotes, so that a text full of them cannot make the search slow. */
export function groupRuns(characters: readonly string[]): string[] {
  const grouped: string[] = [];
  for (const character of characters) {
    const last = grouped.length - 1;
    if (/[\\"']/.test(character) && grouped[last]?.startsWith(character) === true) grouped[last] += character;
    else grouped.push(character);
  }
  return grouped;
}

function backslashes(run: string): string {
  const escaped = [unitEscape(0x5c), byteEscape(0x5c), percentBytes("\\"), htmlNumber(0x5c)].join("|");
  return `(?:\\\\{${run.length},${run.length * 8}}|(?:${escaped}){${run.length}})`;
}

/**
 * As they are or escaped, else, but not at the beginning, as within quotes: a quote around a secret that itself begins with one is
 * left where it is.
 */
function quotes(run: string, isFirst: boolean): string {
  const quote = run.charAt(0);
  const plain = `${oneCharacter(quote)}{${run.length}}`;
  const quoted = (quotedQuotes[quote] ?? []).map((form) => `(?:${form}){${run.length}}`);
  return isFirst ? plain : `(?:${[plain, ...quoted].join("|")})`;
}

function oneCharacter(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  const name = htmlNames[character];
  const short = shortEscapes[character];
  return `(?:${[
    `${isPunctuation(character) ? "\\\\{0,7}" : ""}${anyCase(character)}`,
    ...(short === undefined ? [] : [`${ESCAPE}${anyCase(short)}`]),
    utf16Units(character),
    ...(codePoint < 0x100 ? [byteEscape(codePoint)] : []),
    percentBytes(character),
    ...(codePoint < 0x80 ? [] : otherwiseEncoded(character)),
    ...(character === " " ? ["\\+"] : []),
    ...(name === undefined ? [] : [anyCase(name)]),
    htmlNumber(codePoint),
  ].join("|")})`;
}

/** A backslash before a letter or digit would make another character of it; before punctuation it escapes it. */
export function isPunctuation(character: string): boolean {
  return /[!-/:-@[-`{-~]/.test(character);
}

/**
 * A character beyond ASCII where its UTF-8 was read as Latin-1, as headers and bytes that are no text are, also of a server that did
 * so before; and where a URL was written by JavaScript's `escape`, in Latin-1 or in units of UTF-16.
 */
function otherwiseEncoded(character: string): string[] {
  const once = readAsLatin1(character);
  const units = [...Array(character.length).keys()].map((index) => character.charCodeAt(index));
  const written = units.map((unit) =>
    unit < 0x100 ? `%(?:25)*${hexByte(unit)}` : `%(?:25)*[uU]${anyCase(unit.toString(16).padStart(4, "0"))}`,
  );
  return [once, readAsLatin1(once), written.join("")];
}

function readAsLatin1(text: string): string {
  return [...toBytes(text)].map((byte) => String.fromCharCode(byte)).join("");
}

/** JSON's escapes of control characters; those that only put a backslash before the character need no entry. */
export const shortEscapes: Readonly<Record<string, string>> = {
  "\b": "b",
  "\f": "f",
  "\n": "n",
  "\r": "r",
  "\t": "t",
};

/** How a quote is written within quotes of its own kind: doubled in tables and SQL, and between two pieces of a shell's word. */
const quotedQuotes: Readonly<Record<string, readonly string[]>> = {
  '"': ['""', `${ESCAPE}"${ESCAPE}"`],
  "'": [`'${ESCAPE}''`, `'"'"'`, "''"],
};

export const htmlNames: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function htmlNumber(codePoint: number): string {
  return `&#(?:[xX]0*${anyCase(codePoint.toString(16))}|0*${codePoint});`;
}

function utf16Units(character: string): string {
  return [...Array(character.length).keys()].map((index) => unitEscape(character.charCodeAt(index))).join("");
}

function unitEscape(unit: number): string {
  return `${ESCAPE}[uU]${anyCase(unit.toString(16).padStart(4, "0"))}`;
}

function byteEscape(byte: number): string {
  return `${ESCAPE}[xX]${hexByte(byte)}`;
}

function percentBytes(character: string): string {
  return [...toBytes(character)].map((byte) => `%(?:25)*${hexByte(byte)}`).join("");
}

export function hexByte(byte: number): string {
  return anyCase(byte.toString(16).padStart(2, "0"));
}

/** The text, each letter of it in any case. A case that takes several characters, as that of "ß" does, is another text. */
function anyCase(text: string): string {
  return Array.from(text, (character) => {
    const cases = casesOf(character);
    return cases.length === 1 ? escapeForPattern(character) : `[${cases.join("")}]`;
  }).join("");
}

export function casesOf(character: string): string[] {
  const [lower, upper] = [character.toLowerCase(), character.toUpperCase()];
  const cases = new Set([character, lower, upper, upper.toLowerCase(), lower.toUpperCase()]);
  return [...cases].filter((one) => Array.from(one).length === 1);
}

function escapeForPattern(character: string): string {
  return character.replaceAll(/[$()*+./?[\\\]^{|}]/g, "\\$&");
}
