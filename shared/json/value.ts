import { assertNever } from "../result/result.ts";
import type { JsonMember, JsonNode } from "./types.ts";

/**
 * The value that `JSON.parse` would give for the node: numbers become doubles and may lose digits, of duplicate members
 * the last counts, and `__proto__` is a member like any other.
 */
export function toValue(node: JsonNode): unknown {
  switch (node.kind) {
    case "object":
      return objectValue(node.members);
    case "array":
      return node.items.map(toValue);
    case "string":
      return node.value;
    case "number":
      return Number(node.text);
    case "boolean":
      return node.text === "true";
    case "null":
      return null;
    default:
      return assertNever(node);
  }
}

/** `Object.fromEntries` defines members instead of assigning them, which keeps `__proto__` from being a setter. */
function objectValue(members: readonly JsonMember[]): Record<string, unknown> {
  return Object.fromEntries(members.map(({ key, value }) => [key.value, toValue(value)]));
}

/** The text as a JSON string with its quotes. Lone surrogates become `\uXXXX`, so that UTF-8 can carry them. */
export function quoteJson(text: string): string {
  return JSON.stringify(text);
}
