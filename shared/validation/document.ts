import { parseJson } from "../json/parse.ts";
import { findDuplicateKeys } from "../json/duplicates.ts";
import type { JsonNode, JsonNumber, JsonObject, JsonPath, Span } from "../json/types.ts";
import { survivesDouble } from "./numbers.ts";
import type { Scope } from "./scope.ts";
import { described, named } from "./words.ts";
import { walk } from "./walk.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/** Parses the text of a body, reporting why it is not JSON. A byte-order mark is reported and then looked past. */
export function readDocument(scope: Scope): JsonNode | null {
  const hasMark = scope.text.startsWith(BYTE_ORDER_MARK);
  if (hasMark) {
    const span = { start: 0, end: 1 };
    const message = "The body starts with a byte-order mark (U+FEFF), which JSON in UTF-8 must not have.";
    scope.add("encoding.byte-order-mark", [], span, message, {
      fix: scope.replace("Remove the byte-order mark", span, ""),
    });
  }
  // A blank in its place keeps every offset as it is in the text.
  const parsed = parseJson(hasMark ? ` ${scope.text.slice(1)}` : scope.text);
  if (parsed.ok) return parsed.root;
  const { offset, length, message } = parsed.problem;
  scope.add("json.syntax", [], { start: offset, end: offset + length }, `This is not JSON. ${message}`);
  return null;
}

/** Checks that hold for any JSON document: duplicate names, text that UTF-8 cannot carry, numbers that lose digits. */
export function checkDocument(scope: Scope, root: JsonNode): void {
  for (const { path, name, key } of findDuplicateKeys(root)) {
    const message = `${named(name)} is there more than once. Most readers keep the last one, and that one is checked here.`;
    scope.add("json.duplicate-key", path, key, message);
  }
  walk(root, (node, path) => {
    if (node.kind === "object") checkNames(scope, node, path);
    else if (node.kind === "string") checkText(scope, node.value, path, node);
    else if (node.kind === "number" && !survivesDouble(node.text)) reportUnsafe(scope, node, path);
  });
}

function checkNames(scope: Scope, object: JsonObject, path: JsonPath): void {
  for (const { key } of object.members) checkText(scope, key.value, [...path, key.value], key);
}

function checkText(scope: Scope, text: string, path: JsonPath, span: Span): void {
  if (text.isWellFormed()) return;
  const message =
    "This text has half of a surrogate pair, which UTF-8 cannot carry: the server gets another character in its place.";
  scope.add("encoding.lone-surrogate", path, span, message);
}

function reportUnsafe(scope: Scope, node: JsonNumber, path: JsonPath): void {
  const value = Number(node.text);
  const kept = Number.isFinite(value) ? `keep as ${value}` : "cannot keep at all";
  const message = `The value is ${described(node)}, which many readers ${kept}. Send a long number as a string where its digits matter.`;
  scope.add("number.unsafe", path, node, message);
}
