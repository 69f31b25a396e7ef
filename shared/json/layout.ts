import type { JsonArray, JsonNode, JsonObject, Span } from "./types.ts";

/** How a document is laid out, as far as a new member or item has to follow it. */
export type Layout = {
  /** The document's line end; null when it is written on one line. */
  readonly lineEnd: string | null;
  readonly indentUnit: string;
  /** What stands between a name and its value: `:`, `: `. */
  readonly colon: string;
};

/** Reads the layout off a document. What it does not show is that of two spaces and `": "`. */
export function layoutOf(text: string, root: JsonNode): Layout {
  return {
    lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? null,
    indentUnit: indentUnitOf(text, root),
    colon: colonOf(text, root) ?? ": ",
  };
}

/** The spans of the members, from name to value, or of the items. */
export function entriesOf(container: JsonObject | JsonArray): readonly Span[] {
  if (container.kind === "array") return container.items;
  return container.members.map(({ key, value }) => ({ start: key.start, end: value.end }));
}

/**
 * What to write between the last entry and a new one: what stands between the last two, else a comma and what stands before
 * the only one.
 */
export function separatorAfter(text: string, container: JsonObject | JsonArray, layout: Layout): string {
  const entries = entriesOf(container);
  const last = entries.at(-1);
  const previous = entries.at(-2);
  if (last === undefined) return "";
  if (previous !== undefined) return text.slice(previous.end, last.start);
  const before = text.slice(container.start + 1, last.start);
  const isCompact = before === "" && container.kind === "object" && !layout.colon.endsWith(" ");
  return before === "" && !isCompact ? ", " : `,${before}`;
}

/** The first entry of an empty container, with the white space around it. */
export function firstEntry(
  text: string,
  container: JsonObject | JsonArray,
  entry: string,
  layout: Layout,
): string {
  if (layout.lineEnd === null) return entry;
  const outer = indentAt(text, container.start);
  return `${layout.lineEnd}${outer}${layout.indentUnit}${entry}${layout.lineEnd}${outer}`;
}

/** The white space that the line of an offset starts with. */
function indentAt(text: string, offset: number): string {
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? "";
}

/** By how much the first member of the outermost object is indented more than its closing bracket. */
function indentUnitOf(text: string, root: JsonNode): string {
  const first = root.kind === "object" ? root.members[0]?.key : undefined;
  if (first === undefined) return "  ";
  const inner = indentAt(text, first.start);
  const outer = indentAt(text, root.end - 1);
  const isIndented = inner.length > outer.length && inner.startsWith(outer);
  return isIndented ? inner.slice(outer.length) : "  ";
}

function colonOf(text: string, root: JsonNode): string | undefined {
  const member = root.kind === "object" ? root.members[0] : undefined;
  if (member === undefined) return undefined;
  const written = text.slice(member.key.end, member.value.start);
  return /[\r\n]/.test(written) ? undefined : written;
}
