import { fail, failAtStrayText, readLiteral, readNumber, readString, skipWhitespace } from "./scanner.ts";
import type { Scanner } from "./scanner.ts";
import type { JsonMember, JsonNode, JsonParse } from "./types.ts";

/** Deeper documents are refused, so that whatever walks a tree may recurse. */
export const MAXIMUM_DEPTH = 512;

/**
 * Parses RFC 8259 JSON, strictly, into a tree that knows the text of every value. Accepts what `JSON.parse` accepts up to
 * a nesting of MAXIMUM_DEPTH. Never throws: what is not JSON comes back as a problem with words and a place.
 */
export function parseJson(text: string): JsonParse {
  const scanner: Scanner = { text, offset: 0, problem: null };
  skipWhitespace(scanner);
  const root = readValue(scanner, 1);
  if (root !== null) {
    skipWhitespace(scanner);
    if (scanner.offset === text.length) return { ok: true, root };
    failAtStrayText(scanner, "the end of the text");
  }
  const problem = scanner.problem ?? { message: "The text is not JSON.", offset: 0, length: 0 };
  return { ok: false, problem };
}

function readValue(scanner: Scanner, depth: number): JsonNode | null {
  if (depth > MAXIMUM_DEPTH) {
    return fail(scanner, `Values are nested deeper than ${MAXIMUM_DEPTH} levels.`, scanner.offset, 1);
  }
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
      if (member === null) return null;
      members.push(member);
    } while (continuesAfterComma(scanner, "}"));
    if (scanner.problem !== null) return null;
  }
  scanner.offset += 1;
  return { kind: "object", start, end: scanner.offset, members };
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
      if (item === null) return null;
      items.push(item);
    } while (continuesAfterComma(scanner, "]"));
    if (scanner.problem !== null) return null;
  }
  scanner.offset += 1;
  return { kind: "array", start, end: scanner.offset, items };
}

/** After a member or item: true past a comma, false on the closing bracket or, with a problem noted, on anything else. */
function continuesAfterComma(scanner: Scanner, closing: "}" | "]"): boolean {
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
