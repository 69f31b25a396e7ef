import { applyEdits, type TextEdit } from "./apply-edits.ts";
import { entriesOf, firstEntry, layoutOf, separatorAfter } from "./layout.ts";
import { parseJson } from "./parse.ts";
import { lastMember, nodeAt } from "./path.ts";
import type { JsonArray, JsonNode, JsonObject, JsonPath } from "./types.ts";
import { quoteJson } from "./value.ts";

export { applyEdits } from "./apply-edits.ts";

/**
 * Puts the JSON text of a value at a path and leaves every other character as it is. A missing member is added at the end
 * of its object in the document's own layout, with the objects that lead to it; an array grows by the index that follows its
 * last. Of duplicate members the last is meant. Returns the text unchanged when it does not parse or when the path leads
 * through a value that holds no others.
 */
export function setValue(text: string, path: JsonPath, valueText: string): string {
  const parsed = parseJson(text);
  if (!parsed.ok) return text;
  const edit = settingEdit(text, parsed.root, path, valueText);
  return edit === null ? text : applyEdits(text, [edit]);
}

function settingEdit(text: string, root: JsonNode, path: JsonPath, valueText: string): TextEdit | null {
  const present = nodeAt(root, path);
  const lastStep = path.at(-1);
  if (present !== undefined) return replacing(present.start, present.end, valueText);
  if (lastStep === undefined) return null;
  const parentPath = path.slice(0, -1);
  const parent = nodeAt(root, parentPath);
  const layout = layoutOf(text, root);
  if (parent === undefined) {
    return settingEdit(text, root, parentPath, `{${quoteJson(String(lastStep))}${layout.colon}${valueText}}`);
  }
  if (parent.kind === "object") {
    return appending(text, root, parent, `${quoteJson(String(lastStep))}${layout.colon}${valueText}`);
  }
  const isNext = parent.kind === "array" && String(lastStep) === String(parent.items.length);
  return isNext ? appending(text, root, parent, valueText) : null;
}

function appending(text: string, root: JsonNode, container: JsonObject | JsonArray, entry: string): TextEdit {
  const layout = layoutOf(text, root);
  const last = entriesOf(container).at(-1);
  if (last !== undefined)
    return replacing(last.end, last.end, separatorAfter(text, container, layout) + entry);
  return replacing(container.start + 1, container.end - 1, firstEntry(text, container, entry, layout));
}

/**
 * Removes a member, with all its duplicates so that none of them comes to count in its place, or an item, with one comma
 * each. Returns the text unchanged when it does not parse or has nothing there.
 */
export function removeMember(text: string, path: JsonPath): string {
  const parsed = parseJson(text);
  const lastStep = path.at(-1);
  if (!parsed.ok || lastStep === undefined) return text;
  const parent = nodeAt(parsed.root, path.slice(0, -1));
  const removed = nodeAt(parsed.root, path);
  if (removed === undefined || (parent?.kind !== "object" && parent?.kind !== "array")) return text;
  const isRemoved =
    parent.kind === "array"
      ? parent.items.map((item) => item === removed)
      : parent.members.map((member) => member.key.value === String(lastStep));
  return applyEdits(text, removingEdits(parent, isRemoved));
}

/** An entry goes with the comma before it; entries at the start go with the comma after them. */
function removingEdits(
  container: JsonObject | JsonArray,
  isRemoved: readonly boolean[],
): readonly TextEdit[] {
  const entries = entriesOf(container);
  const firstKept = isRemoved.indexOf(false);
  const keptEntry = entries[firstKept];
  if (keptEntry === undefined) return [replacing(container.start + 1, container.end - 1, "")];
  const edits: TextEdit[] = [];
  const first = entries[0];
  if (first !== undefined && firstKept > 0) edits.push(replacing(first.start, keptEntry.start, ""));
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    if (index > firstKept && isRemoved[index] === true && before !== undefined) {
      edits.push(replacing(before.end, entry.end, ""));
    }
  });
  return edits;
}

/**
 * Gives a member another name and keeps its place and value. Of duplicates the last is meant. Returns the text unchanged
 * when it does not parse or has no such member.
 */
export function renameMember(text: string, path: JsonPath, newKey: string): string {
  const parsed = parseJson(text);
  const lastStep = path.at(-1);
  if (!parsed.ok || lastStep === undefined) return text;
  const parent = nodeAt(parsed.root, path.slice(0, -1));
  const key = parent?.kind === "object" ? lastMember(parent, String(lastStep))?.key : undefined;
  return key === undefined ? text : applyEdits(text, [replacing(key.start, key.end, quoteJson(newKey))]);
}

function replacing(start: number, end: number, text: string): TextEdit {
  return { offset: start, length: end - start, text };
}
