import { applyEdits, type TextEdit } from "../../json/apply-edits.ts";
import { parseJson } from "../../json/parse.ts";
import type { JsonNode } from "../../json/types.ts";
import { quoteJson } from "../../json/value.ts";
import { assertNever } from "../../result/result.ts";

/** A text with its context masked, and the values that stood there, as texts. */
export type Masked = { readonly text: string; readonly values: readonly string[] };

/**
 * Masks every value of `context` in a body: strings become as many asterisks, the digits of numbers nines, booleans false. What
 * the values were can be seen no more; which parameters there were, of which type and length, can. A text that is no JSON is
 * masked as a whole, because it cannot be said where its context ends.
 */
export function maskContext(text: string): Masked {
  const parsed = parseJson(text);
  if (!parsed.ok) return { text: maskWords(text), values: [] };
  const edits: TextEdit[] = [];
  const values: string[] = [];
  for (const context of contextsOf(parsed.root)) collect(context, edits, values);
  return { text: applyEdits(text, edits), values };
}

/** As many asterisks as the text has characters. */
export function maskText(text: string): string {
  return "*".repeat(Array.from(text).length);
}

/** Letters become asterisks and digits nines; what stands between them stays. */
export function maskWords(text: string): string {
  return text.replaceAll(/\{\{secret:[a-z-]+\}\}|[\p{L}\p{M}]|\p{N}/gu, (found) =>
    found.startsWith("{{") ? found : /\p{N}/u.test(found) ? "9" : "*",
  );
}

/** Each member of that name, whatever it is in: some bodies are lists of events. */
function contextsOf(node: JsonNode): JsonNode[] {
  if (node.kind === "array") return node.items.flatMap(contextsOf);
  if (node.kind !== "object") return [];
  return node.members.flatMap(({ key, value }) =>
    key.value.toLowerCase() === "context" ? [value] : contextsOf(value),
  );
}

function collect(node: JsonNode, edits: TextEdit[], values: string[]): void {
  const replaceBy = (text: string) => edits.push({ offset: node.start, length: node.end - node.start, text });
  switch (node.kind) {
    case "object":
      for (const { value } of node.members) collect(value, edits, values);
      return;
    case "array":
      for (const item of node.items) collect(item, edits, values);
      return;
    case "string":
      values.push(node.value);
      replaceBy(quoteJson(maskText(node.value)));
      return;
    case "number":
      values.push(node.text);
      replaceBy(maskNumber(node.text));
      return;
    case "boolean":
      values.push(node.text);
      replaceBy("false");
      return;
    case "null":
      return;
    default:
      assertNever(node);
  }
}

/** A number stays a number, and zero before a point stays too, because 99.5 written 09.5 would be none. */
export function maskNumber(text: string): string {
  return text.replaceAll(/\d/g, "9");
}
