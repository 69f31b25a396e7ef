import { encodeUtf8 } from "../../../shared/compose/utf8.ts";
import { formatJson } from "../../../shared/json/format.ts";
import { matchesInBytes, matchesInText, type Matches } from "./body-matches.ts";

/** The body of an answer as it is recorded. */
export type RecordedBody = { readonly body: string; readonly bodyEncoding: "utf8" | "base64" };

/** `pretty` lays JSON out, `raw` is the text as it came, `bytes` every byte in hexadecimal. */
export type BodyMode = "pretty" | "raw" | "bytes";

/** A part of a body as it is shown, and of how many it is one. `bytes` count from the start of the body. */
export type BodyPart = { readonly text: string; readonly part: number; readonly parts: number };

/** UTF-16 units of a part: enough to read on for long, little enough to be laid out at once, even as one line. */
const PART_LENGTH = 32_768;
const BYTES_OF_A_PART = 8_192;
const BYTES_OF_A_LINE = 16;
/** Of a line of bytes: where the first stands, and its length with the line break, which all lines but the last have. */
const HEX_START = 10;
const HEX_LINE_LENGTH = HEX_START + BYTES_OF_A_LINE * 3 + 1 + BYTES_OF_A_LINE + 1;

/** What is looked for, and which of its places is wanted: an index, counted around at either end. */
export type FindWanted = { readonly mode: BodyMode; readonly query: string; readonly index: number };

/** How often a query stands in a body, and the place that was wanted, from `from` to `to` in the text of its part. */
export type Found = {
  readonly count: number;
  readonly isCapped: boolean;
  readonly place: {
    readonly index: number;
    readonly part: number;
    readonly from: number;
    readonly to: number;
  } | null;
};

export type BodyReader = {
  (mode: BodyMode, part: number): BodyPart;
  /** Looks through the whole body, whatever part is shown. */
  readonly find: (wanted: FindWanted) => Found;
};

/** Reads a body in parts, so that of a long one only what is looked at is laid out. */
export function createBodyReader({ body, bodyEncoding }: RecordedBody): BodyReader {
  let pretty: string | null = null;
  let decoded: Uint8Array | null = null;
  const textOf = (mode: "pretty" | "raw") => (mode === "raw" ? body : (pretty ??= formatJson(body)));
  const bytes = () => (decoded ??= bodyEncoding === "utf8" ? encodeUtf8(body) : decodeBase64(body));
  let last: { readonly mode: BodyMode; readonly query: string; readonly matches: Matches } | null = null;
  function matchesOf({ mode, query }: FindWanted): Matches {
    if (last?.mode === mode && last.query === query) return last.matches;
    const matches =
      mode === "bytes" ? matchesInBytes(bytes(), wantedBytes(query)) : matchesInText(textOf(mode), query);
    last = { mode, query, matches };
    return matches;
  }
  function find(wanted: FindWanted): Found {
    const { starts, ends, isCapped } = matchesOf(wanted);
    const count = starts.length;
    const index = count === 0 ? 0 : ((wanted.index % count) + count) % count;
    const [start, end] = [starts[index], ends[index]];
    if (start === undefined || end === undefined) return { count, isCapped, place: null };
    const { mode } = wanted;
    const place = mode === "bytes" ? placeInBytes(start, end) : placeInText(textOf(mode), start, end);
    return { count, isCapped, place: { index, ...place } };
  }
  const read = (mode: BodyMode, part: number) =>
    mode === "bytes" ? hexPart(bytes(), part) : textPart(textOf(mode), part);
  return Object.assign(read, { find });
}

/** `7b 22` are these bytes, anything else is a text. */
function wantedBytes(query: string): Uint8Array {
  if (!/^\s*[0-9a-f]{2}(?:\s+[0-9a-f]{2})*\s*$/iu.test(query)) return encodeUtf8(query);
  return Uint8Array.from(query.trim().split(/\s+/u), (byte) => Number.parseInt(byte, 16));
}

function placeInText(text: string, start: number, end: number) {
  const near = Math.floor(start / PART_LENGTH);
  const part = start >= cutBefore(text, (near + 1) * PART_LENGTH) ? near + 1 : near;
  const first = cutBefore(text, part * PART_LENGTH);
  return { part, from: start - first, to: end - first };
}

/** In the hexadecimal of its first line. */
function placeInBytes(start: number, end: number) {
  const part = Math.floor(start / BYTES_OF_A_PART);
  const line = Math.floor((start % BYTES_OF_A_PART) / BYTES_OF_A_LINE);
  const column = start % BYTES_OF_A_LINE;
  const length = Math.min(end - start, BYTES_OF_A_LINE - column);
  const from = line * HEX_LINE_LENGTH + HEX_START + column * 3;
  return { part, from, to: from + length * 3 - 1 };
}

/** A body that arrives in pieces, put together once all of them are there. */
export function createPieceCollector(bodyEncoding: RecordedBody["bodyEncoding"]) {
  const pieces: string[] = [];
  let reader: BodyReader | null = null;
  return {
    add(text: string, isLast: boolean): void {
      pieces.push(text);
      if (isLast) reader = createBodyReader({ body: pieces.join(""), bodyEncoding });
    },
    /** null while some are missing. */
    reader: () => reader,
  };
}

function textPart(text: string, part: number): BodyPart {
  const parts = Math.max(1, Math.ceil(text.length / PART_LENGTH));
  const start = cutBefore(text, part * PART_LENGTH);
  return { text: text.slice(start, cutBefore(text, (part + 1) * PART_LENGTH)), part, parts };
}

/** At a place, or before the pair of surrogates that it would divide. */
function cutBefore(text: string, offset: number): number {
  const isBetweenPair = offset < text.length && /[\uD800-\uDBFF]/u.test(text.charAt(offset - 1));
  return isBetweenPair ? offset - 1 : offset;
}

function hexPart(bytes: Uint8Array, part: number): BodyPart {
  const lines: string[] = [];
  const end = Math.min(bytes.length, (part + 1) * BYTES_OF_A_PART);
  for (let start = part * BYTES_OF_A_PART; start < end; start += BYTES_OF_A_LINE) {
    lines.push(hexLine(bytes, start));
  }
  return { text: lines.join("\n"), part, parts: Math.max(1, Math.ceil(bytes.length / BYTES_OF_A_PART)) };
}

/** `00000010  7b 22 61 22 3a 31 7d                              {"a":1}` */
function hexLine(bytes: Uint8Array, start: number): string {
  const line = Array.from(bytes.subarray(start, start + BYTES_OF_A_LINE));
  const hex = line.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const text = line.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
  return `${start.toString(16).padStart(8, "0")}  ${hex.padEnd(BYTES_OF_A_LINE * 3)} ${text}`;
}

function decodeBase64(text: string): Uint8Array {
  const binary = atob(text);
  return Uint8Array.from({ length: binary.length }, (_, index) => binary.charCodeAt(index));
}
