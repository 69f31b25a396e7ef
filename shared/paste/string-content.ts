import { createLayerBuilder, type Layer } from "./layer.ts";
import { decodeBytes } from "./escaped-bytes.ts";

const SIMPLE: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

const BYTES = /(?:\\x[0-9a-fA-F]{2})+/y;
const UNIT = /\\u([0-9a-fA-F]{4})/y;

/**
 * The inside of a JSON string between two offsets, unescaped. Besides JSON's own escapes it reads `\xHH`, as nginx writes a
 * request body into its log. What is no escape stays as it is.
 */
export function unescapeContent(layer: Layer, start: number, end: number): Layer {
  const { text } = layer;
  const builder = createLayerBuilder(layer);
  // Looking for the next escape must not go on through the rest of the text, once for each string in it.
  const content = text.slice(start, end);
  let offset = start;
  while (offset < end) {
    const found = content.indexOf("\\", offset - start);
    if (found === -1) break;
    const backslash = start + found;
    builder.copy(offset, backslash);
    const escape = readEscape(text, backslash);
    builder.put(escape.value, backslash);
    offset = Math.min(backslash + escape.length, end);
  }
  builder.copy(offset, end);
  return builder.finish(end);
}

function readEscape(text: string, offset: number): { value: string; length: number } {
  const name = text.charAt(offset + 1);
  const simple = Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined;
  if (simple !== undefined) return { value: simple, length: 2 };
  UNIT.lastIndex = offset;
  const unit = UNIT.exec(text)?.[1];
  if (unit !== undefined) return { value: String.fromCharCode(Number.parseInt(unit, 16)), length: 6 };
  BYTES.lastIndex = offset;
  const bytes = BYTES.exec(text)?.[0];
  if (bytes !== undefined) {
    const values = Array.from(bytes.matchAll(/[0-9a-fA-F]{2}/g), ([digits]) => Number.parseInt(digits, 16));
    return { value: decodeBytes(values), length: bytes.length };
  }
  return { value: "\\", length: 1 };
}

/** Where the string content that contains `start` ends: at a quote that is not escaped, or with its line. */
export function contentEnd(text: string, start: number): number {
  let offset = start;
  while (offset < text.length) {
    const character = text.charAt(offset);
    if (character === '"' || character === "\n" || character === "\r") return offset;
    offset += character === "\\" ? 2 : 1;
  }
  return text.length;
}
