import {
  createScanner,
  fail,
  failAtStrayText,
  readLiteral,
  readNumber,
  readString,
  skipWhitespace,
} from "./scanner.ts";
import type { Scanner } from "./scanner.ts";
import { folded, rememberingUnfold } from "./fold.ts";
import type { JsonMember, JsonNode, JsonParse, JsonProblem } from "./types.ts";

/** Deeper documents are refused, so that whatever walks a tree may recurse. */
export const MAXIMUM_DEPTH = 512;

/**
 * Parses RFC 8259 JSON, strictly, into a tree that knows the text of every value. Accepts what `JSON.parse` accepts up to
 * a nesting of MAXIMUM_DEPTH and of so many values, each of which takes a hundred bytes and more of memory. Never throws: what
 * is not JSON comes back as a problem with words and a place.
 */
export function parseJson(text: string, maximumValues = Number.POSITIVE_INFINITY): JsonParse {
  const scanner = createScanner(text, 0, maximumValues);
  return parsedBy(scanner);
}

/**
 * The same for a document that may be long and is gone through once or a few times, from its beginning to its end: the content
 * of its short objects and arrays is read again each time it is asked for, so that the tree takes little memory.
 */
export function parseFoldedJson(text: string, maximumValues: number): JsonParse {
  return parsedBy(foldingScanner(text, maximumValues));
}

function parsedBy(scanner: Scanner): JsonParse {
  const root = readWhole(scanner);
  return root !== null && scanner.problem === null
    ? { ok: true, root }
    : { ok: false, problem: problemOf(scanner) };
}

function foldingScanner(text: string, maximumValues: number): Scanner {
  const scanner = createScanner(text, 0, maximumValues);
  scanner.unfold = rememberingUnfold((start) => {
    const again = createScanner(text, start, Number.POSITIVE_INFINITY);
    return readValue({ ...again, names: scanner.names }, 1);
  });
  return scanner;
}

/** Either the whole document, or why it is none with what stands before that place: values that end there are cut there. */
export type JsonPart =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly problem: JsonProblem; readonly part: JsonNode | null };

/** Parses like `parseFoldedJson`, and of a text that is broken somewhere keeps what was read until then. */
export function parseJsonPart(text: string, maximumValues: number): JsonPart {
  const scanner = foldingScanner(text, maximumValues);
  scanner.keepsPart = true;
  const root = readWhole(scanner);
  return root !== null && scanner.problem === null
    ? { ok: true, root }
    : { ok: false, problem: problemOf(scanner), part: root };
}

function readWhole(scanner: Scanner): JsonNode | null {
  skipWhitespace(scanner);
  const root = readValue(scanner, 1);
  if (root === null || scanner.problem !== null) return root;
  skipWhitespace(scanner);
  if (scanner.offset < scanner.text.length) failAtStrayText(scanner, "the end of the text");
  return root;
}

function problemOf({ problem, offset }: Scanner): JsonProblem {
  return problem ?? { message: "The text is not JSON.", offset, length: 0 };
}

const TOO_MANY_VALUES = "There are more values than can be read at once.";

/** Whether a text was not read because of how many values it has. */
export function hasTooManyValues(parsed: JsonParse): boolean {
  return !parsed.ok && parsed.problem.message === TOO_MANY_VALUES;
}

/** A value at a place of a text, or why there is none. */
export type JsonPrefix =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly problem: JsonProblem };

/** Parses the value that starts at an offset, whatever stands behind it. Spans and the problem count from the text's start. */
export function parseJsonAt(text: string, start: number): JsonPrefix {
  const scanner = createScanner(text, start, Number.POSITIVE_INFINITY);
  const root = readValue(scanner, 1);
  return root === null ? { ok: false, problem: problemOf(scanner) } : { ok: true, root };
}

function readValue(scanner: Scanner, depth: number): JsonNode | null {
  if (depth > MAXIMUM_DEPTH) {
    return fail(scanner, `Values are nested deeper than ${MAXIMUM_DEPTH} levels.`, scanner.offset, 1);
  }
  scanner.valuesLeft -= 1;
  if (scanner.valuesLeft < 0) return fail(scanner, TOO_MANY_VALUES, scanner.offset, 1);
  switch (scanner.text.charAt(scanner.offset)) {
    case '"':
      return readString(scanner);
    case "{":
      return readObject(scanner, depth);
    case "[":
      return readArray(scanner, depth);
    case "t":
    case "f":
    case "n":
      return readLiteral(scanner);
    case "-":
    case "+":
    case ".":
    case "0":
    case "1":
    case "2":
    case "3":
    case "4":
    case "5":
    case "6":
    case "7":
    case "8":
    case "9":
      return readNumber(scanner);
    default:
      return failAtStrayText(scanner, "a value");
  }
}

function readObject(scanner: Scanner, depth: number): JsonNode | null {
  const start = scanner.offset;
  if (scanner.text.startsWith("{{", start)) return failAtStrayText(scanner, "a member name in quotes");
  const members: JsonMember[] = [];
  scanner.offset += 1;
  skipWhitespace(scanner);
  if (scanner.text.charAt(scanner.offset) !== "}") {
    do {
      const member = readMember(scanner, depth);
      if (member === null) break;
      members.push(member);
    } while (continuesAfterComma(scanner, "}"));
    if (scanner.problem !== null) {
      return scanner.keepsPart ? { kind: "object", start, end: scanner.problem.offset, members } : null;
    }
  }
  scanner.offset += 1;
  return folded({ kind: "object", start, end: scanner.offset, members }, scanner.unfold);
}

function readMember(scanner: Scanner, depth: number): JsonMember | null {
  if (scanner.text.charAt(scanner.offset) !== '"') return failAtStrayText(scanner, "a member name in quotes");
  const key = readString(scanner);
  if (key === null) return null;
  skipWhitespace(scanner);
  if (scanner.text.charAt(scanner.offset) !== ":") return failAtStrayText(scanner, 'a ":" after the name');
  scanner.offset += 1;
  skipWhitespace(scanner);
  const value = readValue(scanner, depth + 1);
  return value === null ? null : { key, value };
}

function readArray(scanner: Scanner, depth: number): JsonNode | null {
  const start = scanner.offset;
  const items: JsonNode[] = [];
  scanner.offset += 1;
  skipWhitespace(scanner);
  if (scanner.text.charAt(scanner.offset) !== "]") {
    do {
      const item = readValue(scanner, depth + 1);
      if (item === null) break;
      items.push(item);
    } while (continuesAfterComma(scanner, "]"));
    if (scanner.problem !== null) {
      return scanner.keepsPart ? { kind: "array", start, end: scanner.problem.offset, items } : null;
    }
  }
  scanner.offset += 1;
  return folded({ kind: "array", start, end: scanner.offset, items }, scanner.unfold);
}

/** After a member or item: true past a comma, false on the closing bracket or, with a problem noted, on anything else. */
function continuesAfterComma(scanner: Scanner, closing: "}" | "]"): boolean {
  if (scanner.problem !== null) return false;
  skipWhitespace(scanner);
  const character = scanner.text.charAt(scanner.offset);
  if (character === closing) return false;
  if (character !== ",") {
    failAtStrayText(scanner, `"," or "${closing}"`);
    return false;
  }
  const comma = scanner.offset;
  scanner.offset += 1;
  skipWhitespace(scanner);
  if (scanner.text.charAt(scanner.offset) !== closing) return true;
  fail(scanner, `JSON has no comma before a closing ${closing}.`, comma, 1);
  return false;
}
