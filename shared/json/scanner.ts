import type { Unfold } from "./fold.ts";
import type { JsonLiteral, JsonNumber, JsonProblem, JsonString } from "./types.ts";
import { explainStrayText } from "./stray-text.ts";

const LONGEST_SHARED = 40;
const SHARED_SLOTS = 1024;

/**
 * Where reading is, and the first problem met. A reader that fails notes the problem and answers null. `names` are those read
 * before, by a few of their letters: in a long text most names come again and again, and need to be taken out of it only once.
 */
export type Scanner = {
  readonly text: string;
  readonly names: (string | undefined)[] | null;
  offset: number;
  /** How many more values there may be. */
  valuesLeft: number;
  problem: JsonProblem | null;
  /** Whether an object or array with a problem in it is what was read of it until then, or nothing. */
  keepsPart: boolean;
  /** How folded values are read again; null where none are folded. */
  unfold: Unfold | null;
};

/** Below this, in UTF-16 units, remembering names costs more than it saves. */
const SHORTEST_REMEMBERED = 20_000;

export function createScanner(text: string, offset: number, maximumValues: number): Scanner {
  const isLong = offset === 0 && text.length >= SHORTEST_REMEMBERED;
  const names = isLong ? Array.from<string | undefined>({ length: SHARED_SLOTS }) : null;
  return { text, names, offset, valuesLeft: maximumValues, problem: null, keepsPart: false, unfold: null };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

/** RFC 8259 `number`, from where the scanner stands. */
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const NUMBER_LIKE = /[-+.0-9a-zA-Z_]+/y;

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

export function fail(scanner: Scanner, message: string, offset: number, length: number): null {
  scanner.problem ??= { message, offset, length };
  return null;
}

/** Says why the text at the scanner is not what was expected there, e.g. `a value`. */
export function failAtStrayText(scanner: Scanner, expected: string): null {
  const problem = explainStrayText(scanner.text, scanner.offset, expected);
  return fail(scanner, problem.message, problem.offset, problem.length);
}

/** The four kinds of white space of RFC 8259, and nothing else. */
export function skipWhitespace(scanner: Scanner): void {
  const { text } = scanner;
  let offset = scanner.offset;
  for (;;) {
    const unit = text.charCodeAt(offset);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
    offset += 1;
  }
  scanner.offset = offset;
}

/** Reads a string whose opening quote the scanner stands on. */
export function readString(scanner: Scanner): JsonString | null {
  const { text } = scanner;
  const start = scanner.offset;
  let value = "";
  let copiedTo = start + 1;
  let offset = start + 1;
  for (;;) {
    const unit = text.charCodeAt(offset);
    if (unit === QUOTE) break;
    if (unit === BACKSLASH) {
      const escape = readEscape(scanner, offset);
      if (escape === null) return null;
      value += text.slice(copiedTo, offset) + escape.value;
      offset += escape.length;
      copiedTo = offset;
    } else if (unit >= FIRST_PRINTABLE) {
      offset += 1;
    } else {
      return failInsideString(scanner, start, offset);
    }
  }
  scanner.offset = offset + 1;
  const isPlain = copiedTo === start + 1;
  value = isPlain ? sharedSlice(scanner, copiedTo, offset) : value + text.slice(copiedTo, offset);
  return { kind: "string", start, end: offset + 1, value };
}

/** A piece of the text; one that was read a moment ago is the same string, which costs no memory. */
function sharedSlice({ text, names }: Scanner, start: number, end: number): string {
  const length = end - start;
  if (names === null || length === 0 || length > LONGEST_SHARED) return text.slice(start, end);
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  const middle = text.charCodeAt(start + (length >> 1));
  const slot = (length * 31 + first * 7 + middle * 13 + last * 17) % SHARED_SLOTS;
  const known = names[slot];
  if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
  const piece = text.slice(start, end);
  names[slot] = piece;
  return piece;
}

/** NaN, the unit past the end, lands here too: no comparison holds for it. */
function failInsideString(scanner: Scanner, start: number, offset: number): null {
  const unit = scanner.text.charCodeAt(offset);
  if (Number.isNaN(unit) || unit === 0x0a || unit === 0x0d) {
    return fail(scanner, "This string has no closing quote on its line.", start, offset - start);
  }
  const name = `U+${unit.toString(16).toUpperCase().padStart(4, "0")}`;
  const escape = unit === 0x09 ? "\\t" : `\\u${unit.toString(16).padStart(4, "0")}`;
  return fail(scanner, `The control character ${name} must be written as ${escape} in a string.`, offset, 1);
}

function readEscape(scanner: Scanner, offset: number): { value: string; length: number } | null {
  const name = scanner.text.charAt(offset + 1);
  if (name === "u") {
    const digits = scanner.text.slice(offset + 2, offset + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
      return fail(scanner, "\\u must be followed by four hexadecimal digits.", offset, 2);
    }
    return { value: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
  }
  const value = Object.hasOwn(SIMPLE_ESCAPES, name) ? SIMPLE_ESCAPES[name] : undefined;
  if (value !== undefined) return { value, length: 2 };
  const message = `JSON has no escape "\\${name}". A backslash itself is written as \\\\.`;
  return fail(scanner, message, offset, name === "" ? 1 : 2);
}

/** Reads a number and refuses what merely looks like one (`01`, `1.`, `.5`, `+1`, `1_000`). */
export function readNumber(scanner: Scanner): JsonNumber | null {
  const start = scanner.offset;
  const text = match(NUMBER, scanner) ?? "";
  const whole = match(NUMBER_LIKE, scanner) ?? "";
  if (text === "" || text.length !== whole.length) {
    return fail(scanner, explainNumber(whole.slice(0, 60)), start, whole.length);
  }
  scanner.offset = start + text.length;
  return { kind: "number", start, end: scanner.offset, text };
}

/** In this order: what the rest of the number looks like does not matter once its start is wrong. */
function explainNumber(written: string): string {
  if (/^-?0[0-9]/.test(written)) return `A JSON number has no leading zeros: ${written}.`;
  if (written.startsWith("+")) return `A JSON number has no plus sign: ${written}.`;
  if (/^-?\.[0-9]/.test(written)) return `A JSON number has a digit before its point: ${written}.`;
  if (/^-?[0-9]+\.(?![0-9])/.test(written)) return `A JSON number has a digit after its point: ${written}.`;
  return `"${written}" is not a JSON number.`;
}

export function readLiteral(scanner: Scanner): JsonLiteral | null {
  const start = scanner.offset;
  for (const text of ["true", "false", "null"] as const) {
    const end = start + text.length;
    if (scanner.text.startsWith(text, start) && !/[\w$]/.test(scanner.text.charAt(end))) {
      scanner.offset = end;
      return { kind: text === "null" ? "null" : "boolean", start, end, text };
    }
  }
  return failAtStrayText(scanner, "a value");
}

function match(pattern: RegExp, scanner: Scanner): string | null {
  pattern.lastIndex = scanner.offset;
  return pattern.exec(scanner.text)?.[0] ?? null;
}
