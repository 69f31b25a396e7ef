import { encodeUtf8 } from "../../../shared/compose/utf8.ts";
import { formatJson } from "../../../shared/json/format.ts";

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

export type BodyReader = (mode: BodyMode, part: number) => BodyPart;

/** Reads a body in parts, so that of a long one only what is looked at is laid out. */
export function createBodyReader({ body, bodyEncoding }: RecordedBody): BodyReader {
  let pretty: string | null = null;
  let bytes: Uint8Array | null = null;
  return (mode, part) => {
    if (mode === "bytes") {
      bytes ??= bodyEncoding === "utf8" ? encodeUtf8(body) : decodeBase64(body);
      return hexPart(bytes, part);
    }
    if (mode === "raw") return textPart(body, part);
    pretty ??= formatJson(body);
    return textPart(pretty, part);
  };
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
