import { cleanAddress } from "./address.ts";
import { createLayerBuilder, type Layer, type LayerBuilder } from "./layer.ts";
import type { Reading, Source } from "./reading.ts";

/** Whether a text holds one of PowerShell's HTTP commands with a body of its own. */
export function looksLikePowerShell(text: string): boolean {
  return /\bInvoke-(?:WebRequest|RestMethod)\b/i.test(text);
}

const BODY = /-Body\s+(?:\(\s*\[System\.Text\.Encoding\]::UTF8\.GetBytes\(\s*)?(?=["'@])/gi;
const ADDRESS = /-Uri\s+["']?([^\s"'`]+)/gi;

/** Reads the bodies of PowerShell commands as browsers copy them: a string with backtick escapes, or a here-string. */
export function readPowerShell(reading: Reading, source: Source): void {
  const { layer } = source;
  const addresses = [...layer.text.matchAll(ADDRESS)];
  const isSingle = addresses.length < 2;
  for (const { 0: option, index } of layer.text.matchAll(BODY)) {
    const body = readString(layer, index + option.length);
    if (body === null) {
      reading.finds.refuse(
        "This quote is never closed.",
        layer.toBase(index),
        layer.toBase(index + option.length),
      );
      return;
    }
    const address = isSingle ? addresses[0] : addresses.findLast((match) => match.index < index);
    const { url, notes } = cleanAddress(address?.[1] ?? null);
    const left = /-(?:Headers|WebSession|Credential)\b/i.test(layer.text)
      ? ["Headers, cookies and credentials of the command were left out."]
      : [];
    reading.body({
      layer: body,
      depth: source.depth + 1,
      origin: {
        form: "powershell",
        where: "in a PowerShell command",
        url,
        notes: [...source.origin.notes, ...notes, ...left],
      },
    });
  }
}

/** The string literal at an offset, null when it is never closed. */
function readString(layer: Layer, start: number): Layer | null {
  const { text } = layer;
  const here = /@(["'])[ \t]*\r?\n/y;
  here.lastIndex = start;
  const opening = here.exec(text);
  if (opening !== null) return readHereString(layer, start + opening[0].length, opening[1] ?? "");
  const quote = text.charAt(start);
  const builder = createLayerBuilder(layer);
  const end = quote === "'" ? readSingle(text, start + 1, builder) : readDouble(text, start + 1, builder);
  return end === null ? null : builder.finish(end);
}

/** Ends with its quote and an @ at the start of a line. Escapes within are rare, and are left as they are. */
function readHereString(layer: Layer, start: number, quote: string): Layer | null {
  const ending = new RegExp(`\\r?\\n${quote}@`, "g");
  ending.lastIndex = Math.max(0, start - 1);
  const found = ending.exec(layer.text);
  if (found === null) return null;
  const builder = createLayerBuilder(layer);
  builder.copy(start, Math.max(start, found.index));
  return builder.finish(found.index);
}

function readSingle(text: string, start: number, builder: LayerBuilder): number | null {
  let offset = start;
  for (;;) {
    const quote = text.indexOf("'", offset);
    if (quote === -1) return null;
    builder.copy(offset, quote);
    if (text.charAt(quote + 1) !== "'") return quote;
    builder.put("'", quote);
    offset = quote + 2;
  }
}

const PLAIN = /[^"`$]+/y;
const CHARACTER = /\$\(\[char\]\s*(0x[0-9a-fA-F]{1,6}|[0-9]{1,7})\)/y;
const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  e: "\x1b",
  "0": "\0",
};

function readDouble(text: string, start: number, builder: LayerBuilder): number | null {
  let offset = start;
  while (offset < text.length) {
    PLAIN.lastIndex = offset;
    const end = PLAIN.test(text) ? PLAIN.lastIndex : offset;
    builder.copy(offset, end);
    offset = end;
    const piece = specialPiece(text, offset);
    if (piece === null) return text.charAt(offset) === '"' ? offset : null;
    builder.put(piece.value, offset);
    offset += piece.length;
  }
  return null;
}

/** What stands for another character; null at the end of the string. */
function specialPiece(text: string, offset: number): { value: string; length: number } | null {
  const next = text.charAt(offset + 1);
  switch (text.charAt(offset)) {
    case '"':
      return next === '"' ? { value: '"', length: 2 } : null;
    case "`":
      return { value: (Object.hasOwn(ESCAPES, next) ? ESCAPES[next] : undefined) ?? next, length: 2 };
    case "$": {
      CHARACTER.lastIndex = offset;
      const written = CHARACTER.exec(text);
      const code = Number(written?.[1] ?? Number.NaN);
      if (written === null || code > 0x10ffff) return { value: "$", length: 1 };
      return { value: String.fromCodePoint(code), length: written[0].length };
    }
    default:
      return null;
  }
}
