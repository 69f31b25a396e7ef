import type { JsonNode, JsonObject } from "../json/types.ts";
import { assertNever } from "../result/result.ts";

/** The values of every member with this name, in the order of the text; names are case-sensitive. */
export function membersNamed(object: JsonObject, name: string): JsonNode[] {
  return object.members.filter((member) => member.key.value === name).map((member) => member.value);
}

/** What a value is, in words that follow "is". */
export function kindInWords(node: JsonNode): string {
  switch (node.kind) {
    case "object":
      return "an object";
    case "array":
      return "an array";
    case "string":
      return "a string";
    case "number":
      return "a number";
    case "boolean":
      return node.text;
    case "null":
      return "null";
    default:
      return assertNever(node);
  }
}

/** They would turn around the sentence that the text is quoted in. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** One line of at most `limit` characters, for quoting foreign text in a sentence. */
export function oneLine(text: string, limit = 300): string {
  const line = text
    .replace(DIRECTION, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return line.length <= limit ? line : `${line.slice(0, limit).toWellFormed()} (shortened)`;
}
