import { applyEdits, type TextEdit } from "../json/apply-edits.ts";
import type { JsonNode, JsonObject, JsonString } from "../json/types.ts";
import { quoteJson } from "../json/value.ts";

/** Members of a body, in lower case, whose value is a credential, and the reference that takes its place. */
const CREDENTIALS: ReadonlyMap<string, string> = new Map([
  ["tid", "{{secret:token}}"],
  ["token", "{{secret:token}}"],
  ["authorization", "{{secret:token}}"],
  ["signature", "{{secret:signature}}"],
  ["x-optimove-signature-content", "{{secret:signature}}"],
]);

const PLACEHOLDER = /^\{\{[^{}]+\}\}$/;

/** Below this a value stands in a text by chance, so it is replaced in its own member only. */
const SHORTEST_SOUGHT = 8;

export type Cleaned = {
  readonly text: string;
  /** The names of the members whose value was replaced. */
  readonly replaced: readonly string[];
  /** Takes the same credentials out of another text. */
  clean(text: string): string;
};

/**
 * Takes credentials out of a body: the value of `tid` and its like, and that same value wherever else a string of the body
 * contains it. `offset` is where `text` starts in the text that the object's spans are of.
 */
export function withoutCredentials(text: string, object: JsonObject, offset: number): Cleaned {
  const edits: TextEdit[] = [];
  const replaced = new Set<string>();
  const sought = new Map<string, string>();
  for (const { key, value } of object.members) {
    const reference = CREDENTIALS.get(key.value.toLowerCase());
    if (reference === undefined || !isCredential(value)) continue;
    edits.push({ offset: value.start - offset, length: value.end - value.start, text: quoteJson(reference) });
    replaced.add(key.value);
    if (value.kind === "string" && value.value.length >= SHORTEST_SOUGHT) sought.set(value.value, reference);
    if (value.kind === "number" && value.text.length >= SHORTEST_SOUGHT) sought.set(value.text, reference);
  }
  const clean = (written: string): string => {
    let changed = written;
    for (const [credential, reference] of sought) changed = changed.replaceAll(credential, () => reference);
    return changed;
  };
  if (sought.size > 0) editStrings(object, (string) => editOf(string, clean, offset), edits);
  return { text: applyEdits(text, edits), replaced: [...replaced], clean };
}

/** Nothing, and what stands for a credential, is none. Anything else may be one. */
function isCredential(value: JsonNode): boolean {
  if (value.kind === "null" || value.kind === "boolean") return false;
  return value.kind !== "string" || (value.value !== "" && !PLACEHOLDER.test(value.value));
}

function editOf(string: JsonString, clean: (text: string) => string, offset: number): TextEdit | null {
  const changed = clean(string.value);
  if (changed === string.value) return null;
  return { offset: string.start - offset, length: string.end - string.start, text: quoteJson(changed) };
}

function editStrings(node: JsonNode, edit: (string: JsonString) => TextEdit | null, edits: TextEdit[]): void {
  if (node.kind === "string") {
    const change = edit(node);
    // What was replaced as a whole already starts at the same place, and the first edit there is the one that holds.
    if (change !== null) edits.push(change);
  } else if (node.kind === "array") {
    for (const item of node.items) editStrings(item, edit, edits);
  } else if (node.kind === "object") {
    for (const { key, value } of node.members) {
      editStrings(key, edit, edits);
      editStrings(value, edit, edits);
    }
  }
}
