import type { JsonArray, JsonMember, JsonNode, JsonObject } from "../json/types.ts";
import { assertNever } from "../result/result.ts";
import { rewriteString, type StringStyle } from "./string-style.ts";

/** How a JSON library would write a document that it has read. null: as it is written. */
export type WritingStyle = StringStyle & {
  /** `compact` has no white space, `spaced` one space after commas and colons, the others indent by that text. */
  readonly layout: "compact" | "spaced" | "  " | "    " | "\t" | null;
  /** `shortest` is JavaScript's (100), `floating` keeps a floating-point number one (100.0). */
  readonly numbers: "shortest" | "floating" | null;
  readonly isSorted: boolean;
};

export const AS_WRITTEN: WritingStyle = {
  layout: null,
  slashes: null,
  unicode: null,
  markup: null,
  numbers: null,
  isSorted: false,
};

/** The document in another style, with the white space around it unless a layout is given. */
export function rewriteJson(text: string, root: JsonNode, style: WritingStyle): string {
  const written = write({ text, style }, root, 0);
  return style.layout === null ? text.slice(0, root.start) + written + text.slice(root.end) : written;
}

type Writer = { readonly text: string; readonly style: WritingStyle };

function write(writer: Writer, node: JsonNode, depth: number): string {
  const { text, style } = writer;
  switch (node.kind) {
    case "object":
      return writeObject(writer, node, depth);
    case "array":
      return join(
        writer,
        node,
        node.items,
        node.items.map((item) => write(writer, item, depth + 1)),
        depth,
      );
    case "string":
      return `"${rewriteString(text.slice(node.start + 1, node.end - 1), style)}"`;
    case "number":
      return writeNumber(node.text, style.numbers);
    case "boolean":
    case "null":
      return node.text;
    default:
      return assertNever(node);
  }
}

function writeObject(writer: Writer, object: JsonObject, depth: number): string {
  const spans = object.members.map(({ key, value }) => ({ start: key.start, end: value.end }));
  const members = writer.style.isSorted ? sorted(object.members) : object.members;
  const written = members.map((member) => writeMember(writer, member, depth + 1));
  return join(writer, object, spans, written, depth);
}

function writeMember(writer: Writer, { key, value }: JsonMember, depth: number): string {
  const { layout } = writer.style;
  const between =
    layout === null ? writer.text.slice(key.end, value.start) : layout === "compact" ? ":" : ": ";
  return write(writer, key, depth) + between + write(writer, value, depth);
}

function sorted(members: readonly JsonMember[]): readonly JsonMember[] {
  return members.toSorted((one, other) => {
    if (one.key.value === other.key.value) return 0;
    return one.key.value < other.key.value ? -1 : 1;
  });
}

/** Puts written entries between the brackets of their container, whose own entries stand at `spans`. */
function join(
  { text, style }: Writer,
  container: JsonObject | JsonArray,
  spans: readonly { readonly start: number; readonly end: number }[],
  written: readonly string[],
  depth: number,
): string {
  const [opening, closing] = container.kind === "object" ? ["{", "}"] : ["[", "]"];
  if (style.layout === null) {
    let at = container.start;
    let out = "";
    spans.forEach((span, index) => {
      out += text.slice(at, span.start) + (written[index] ?? "");
      at = span.end;
    });
    return out + text.slice(at, container.end);
  }
  if (written.length === 0 || style.layout === "compact") return opening + written.join(",") + closing;
  if (style.layout === "spaced") return opening + written.join(", ") + closing;
  const line = `\n${style.layout.repeat(depth)}`;
  return opening + written.map((entry) => line + style.layout + entry).join(",") + line + closing;
}

/** A number that no double holds is null in JavaScript's JSON. */
function writeNumber(source: string, numbers: WritingStyle["numbers"]): string {
  if (numbers === null) return source;
  const isFloating = /[.eE]/.test(source);
  if (numbers === "floating" && !isFloating) return source;
  const value = Number(source);
  if (!Number.isFinite(value)) return numbers === "shortest" ? "null" : source;
  const shortest = JSON.stringify(value);
  return numbers === "floating" && /^-?[0-9]+$/.test(shortest) ? `${shortest}.0` : shortest;
}
