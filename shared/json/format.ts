import { assertNever } from "../result/result.ts";
import { parseJson } from "./parse.ts";
import type { JsonNode } from "./types.ts";

const INDENT = "  ";

/**
 * Lays a document out anew, two spaces a level, and changes nothing but the white space: numbers, strings with their
 * escapes, order and duplicates stay as written. Returns the text unchanged when it does not parse.
 */
export function formatJson(text: string): string {
  const parsed = parseJson(text);
  return parsed.ok ? print(text, parsed.root, "") : text;
}

/** A value of a document laid out in the same way, so that two texts of it differ by more than white space if at all. */
export function formatNode(text: string, node: JsonNode): string {
  return print(text, node, "");
}

function print(text: string, node: JsonNode, indent: string): string {
  switch (node.kind) {
    case "object":
      return printEntries("{", "}", indent, node.members, ({ key, value }) => {
        return `${text.slice(key.start, key.end)}: ${print(text, value, indent + INDENT)}`;
      });
    case "array":
      return printEntries("[", "]", indent, node.items, (item) => print(text, item, indent + INDENT));
    case "string":
    case "number":
    case "boolean":
    case "null":
      return text.slice(node.start, node.end);
    default:
      return assertNever(node);
  }
}

function printEntries<Entry>(
  opening: string,
  closing: string,
  indent: string,
  entries: readonly Entry[],
  printEntry: (entry: Entry) => string,
): string {
  if (entries.length === 0) return opening + closing;
  const inner = indent + INDENT;
  const lines = entries.map((entry) => inner + printEntry(entry));
  return `${opening}\n${lines.join(",\n")}\n${indent}${closing}`;
}
