import type { Catalog } from "../domain/catalog.ts";
import { layoutOf } from "../json/layout.ts";
import { parseJson } from "../json/parse.ts";
import { lastMember } from "../json/path.ts";
import type { JsonArray, JsonMember, JsonNode, JsonObject, Span } from "../json/types.ts";
import { isSameNumber } from "../validation/numbers.ts";
import { catalogText } from "./catalog-text.ts";
import { matchItems } from "./match-items.ts";

/**
 * The text of a catalog for a file that has another text now: what is the same stays as it is written there, with its order
 * of fields, white space and digits, so that a change of the catalog is a small change of the file. A text that is no JSON is
 * replaced.
 */
export function mergedCatalogText(oldText: string, catalog: Catalog): string {
  const newText = catalogText(catalog);
  const [before, after] = [parseJson(oldText.replace(/^\uFEFF/, "")), parseJson(newText)];
  if (!before.ok || !after.ok) return newText;
  const mark = oldText.startsWith("\uFEFF") ? "\uFEFF" : "";
  const text = oldText.slice(mark.length);
  const { indentUnit: unit, lineEnd } = layoutOf(text, before.root);
  const sources = { oldText: text, newText, unit, lineEnd: lineEnd ?? "\n" };
  const { start, end } = before.root;
  return mark + text.slice(0, start) + merged(sources, before.root, after.root) + text.slice(end);
}

type Sources = {
  readonly oldText: string;
  readonly newText: string;
  readonly unit: string;
  readonly lineEnd: string;
};

function merged(sources: Sources, before: JsonNode, after: JsonNode): string {
  if (before.kind === "object" && after.kind === "object") return mergedObject(sources, before, after);
  if (before.kind === "array" && after.kind === "array") return mergedArray(sources, before, after);
  if (isSameScalar(before, after)) return sources.oldText.slice(before.start, before.end);
  return printed(sources, after, before);
}

function isSameScalar(before: JsonNode, after: JsonNode): boolean {
  if (before.kind === "string") return after.kind === "string" && before.value === after.value;
  if (before.kind === "number") return after.kind === "number" && isSameNumber(before.text, after.text);
  if (before.kind === "boolean") return after.kind === "boolean" && before.text === after.text;
  return before.kind === "null" && after.kind === "null";
}

/** An entry of the new container: its text, and which entry of the old one it is. */
type Entry = { readonly text: string; readonly before: number | null };

function mergedObject(sources: Sources, before: JsonObject, after: JsonObject): string {
  const names = new Set(after.members.map(({ key }) => key.value));
  const kept = before.members.flatMap((member, index) => {
    const isCounted = lastMember(before, member.key.value) === member;
    return names.has(member.key.value) && isCounted ? [{ member, index }] : [];
  });
  const entries: (Entry & { readonly name: string })[] = kept.map(({ member, index }) => {
    const value = lastMember(after, member.key.value)?.value ?? member.value;
    const key = sources.oldText.slice(member.key.start, member.value.start);
    return { name: member.key.value, text: key + merged(sources, member.value, value), before: index };
  });
  for (const [place, member] of after.members.entries()) {
    if (entries.some(({ name }) => name === member.key.value)) continue;
    const previous = after.members[place - 1]?.key.value;
    const at = entries.findIndex(({ name }) => name === previous) + 1;
    const text = printedMember(sources, member, before);
    entries.splice(at, 0, { name: member.key.value, text, before: null });
  }
  const spans = before.members.map(({ key, value }) => ({ start: key.start, end: value.end }));
  return joined(sources, before, after, spans, entries);
}

function mergedArray(sources: Sources, before: JsonArray, after: JsonArray): string {
  const { pairs } = matchItems(before.items, after.items, nameOf, [idOf]);
  const partners = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const entries = after.items.map((item, index): Entry => {
    const at = partners.get(index);
    const old = at === undefined ? undefined : before.items[at];
    if (at === undefined || old === undefined)
      return { text: printed(sources, item, before.items.at(-1)), before: null };
    return { text: merged(sources, old, item), before: at };
  });
  return joined(sources, before, after, before.items, entries);
}

/** Events by their key, parameters by their name, everything else by its value. */
function nameOf(node: JsonNode): string {
  if (node.kind !== "object") return valueText(node);
  const name = lastMember(node, "key")?.value ?? lastMember(node, "name")?.value;
  return name?.kind === "string" ? `name ${name.value}` : "";
}

function valueText(node: JsonNode): string {
  if (node.kind === "string") return `string ${node.value}`;
  return node.kind === "array" || node.kind === "object" ? node.kind : node.text;
}

function idOf(node: JsonNode): string | null {
  const id = node.kind === "object" ? lastMember(node, "id")?.value : undefined;
  return id?.kind === "number" ? id.text : null;
}

/** The container with these entries: between two that followed each other, and at the ends, what stands there now. */
function joined(
  sources: Sources,
  before: JsonObject | JsonArray,
  after: JsonNode,
  spans: readonly Span[],
  entries: readonly Entry[],
): string {
  const [first, last] = [spans[0], spans.at(-1)];
  const [firstEntry] = entries;
  if (first === undefined || last === undefined) {
    return entries.length === 0
      ? sources.oldText.slice(before.start, before.end)
      : printed(sources, after, before);
  }
  const [opening, closing] = before.kind === "object" ? ["{", "}"] : ["[", "]"];
  if (firstEntry === undefined) return opening + closing;
  const lead = sources.oldText.slice(before.start + 1, first.start);
  const second = spans[1];
  const usual =
    second === undefined ? `,${lead === "" ? " " : lead}` : sources.oldText.slice(first.end, second.start);
  let text = opening + lead + firstEntry.text;
  for (const [index, entry] of entries.entries()) {
    const previous = entries[index - 1];
    if (previous === undefined) continue;
    text += separator(sources, spans, previous, entry) ?? usual;
    text += entry.text;
  }
  return text + sources.oldText.slice(last.end, before.end - 1) + closing;
}

function separator(sources: Sources, spans: readonly Span[], left: Entry, right: Entry): string | null {
  if (left.before === null || right.before !== left.before + 1) return null;
  const [from, to] = [spans[left.before], spans[right.before]];
  return from === undefined || to === undefined ? null : sources.oldText.slice(from.end, to.start);
}

function printedMember(sources: Sources, { key, value }: JsonMember, object: JsonObject): string {
  const sibling = object.members[0];
  const colon = sibling === undefined ? ": " : sources.oldText.slice(sibling.key.end, sibling.value.start);
  return `${sources.newText.slice(key.start, key.end)}${colon}${printed(sources, value, sibling?.key)}`;
}

/** A new value in the way of one beside it: on one line where that one is, else indented as it is. */
function printed(sources: Sources, node: JsonNode, beside: Span | undefined): string {
  const text = sources.newText.slice(node.start, node.end);
  if (!text.includes("\n")) return text;
  const sibling = beside === undefined ? "" : sources.oldText.slice(beside.start, beside.end);
  const isOneLine = beside === undefined || !sources.oldText.includes("\n") || isOneLineContainer(sibling);
  if (isOneLine) return onOneLine(sources, node, sibling.startsWith("{ "));
  const [from, to] = [indentAt(sources.newText, node.start), indentAt(sources.oldText, beside.start)];
  return text.replaceAll(/\n( *)/g, (_all, blanks: string) => {
    return `${sources.lineEnd}${to}${sources.unit.repeat(Math.max(0, (blanks.length - from.length) / 2))}`;
  });
}

function isOneLineContainer(text: string): boolean {
  return /^[[{]/.test(text) && !text.includes("\n");
}

function onOneLine(sources: Sources, node: JsonNode, isSpaced: boolean): string {
  const within = (child: JsonNode): string => onOneLine(sources, child, isSpaced);
  if (node.kind === "array") return `[${node.items.map(within).join(", ")}]`;
  if (node.kind !== "object") return sources.newText.slice(node.start, node.end);
  if (node.members.length === 0) return "{}";
  const members = node.members.map(
    ({ key, value }) => `${sources.newText.slice(key.start, key.end)}: ${within(value)}`,
  );
  return isSpaced ? `{ ${members.join(", ")} }` : `{${members.join(", ")}}`;
}

function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? "";
}
