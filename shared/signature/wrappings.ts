import { encodeUtf8 } from "../compose/utf8.ts";
import { parseJson } from "../json/parse.ts";
import { quoteJson } from "../json/value.ts";
import type { Deviation } from "./deviation.ts";

/** What can happen to a text after it was written. null where it cannot happen to this one. */
export type Wrapping = { readonly deviation: Deviation; readonly wrap: (text: string) => string | null };

/** What can happen to a text on its way to bytes. */
export type Encoding = {
  readonly deviation: Deviation | null;
  readonly encode: (text: string) => Uint8Array | null;
};

const MARK = "\ufeff";

function wrapping(id: string, phrase: string, wrap: Wrapping["wrap"]): Wrapping {
  return { deviation: { id, about: "message", phrase }, wrap };
}

export const WRAPPINGS: readonly Wrapping[] = [
  wrapping("double.encoded", "encoded as a JSON string a second time", quoteJson),
  wrapping("double.encoded-slashes", "encoded as a JSON string a second time, slashes as \\/", (text) =>
    quoteJson(text).replaceAll("/", "\\/"),
  ),
  wrapping("double.decoded", "before it was encoded as a JSON string a second time", (text) => {
    const parsed = parseJson(text);
    return parsed.ok && parsed.root.kind === "string" ? parsed.root.value : null;
  }),
  wrapping("line-break.added", "with a line break at its end", (text) => `${text}\n`),
  wrapping("line-break.added-crlf", "with a CRLF line break at its end", (text) => `${text}\r\n`),
  wrapping("space.trimmed", "without the white space around it", (text) =>
    text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""),
  ),
  wrapping("line-breaks.crlf", "with CRLF in place of LF line breaks", (text) =>
    text.replaceAll(/\r?\n/g, "\r\n"),
  ),
  wrapping("line-breaks.lf", "with LF in place of CRLF line breaks", (text) => text.replaceAll("\r\n", "\n")),
  wrapping("mark.added", "with a byte-order mark before it", (text) => MARK + text),
  wrapping("mark.removed", "without its byte-order mark", (text) =>
    text.startsWith(MARK) ? text.slice(MARK.length) : null,
  ),
  wrapping("list.wrapped", "as the one item of a JSON array", (text) => `[${text}]`),
];

export const ENCODINGS: readonly Encoding[] = [
  { deviation: null, encode: encodeUtf8 },
  encoding("encoding.latin-1", "in ISO-8859-1 in place of UTF-8", (text) => oneByteEach(text, 0xff)),
  encoding("encoding.ascii", "in ASCII, with ? for every other character", (text) =>
    isAscii(text) ? null : oneByteEach(text.replaceAll(/[\u0080-\uffff]/g, "?"), 0x7f),
  ),
  encoding("encoding.utf-16", "in UTF-16 in place of UTF-8", (text) => {
    const bytes = new Uint8Array(text.length * 2);
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      bytes[index * 2] = unit & 0xff;
      bytes[index * 2 + 1] = unit >> 8;
    }
    return bytes;
  }),
];

function encoding(id: string, phrase: string, encode: Encoding["encode"]): Encoding {
  return { deviation: { id, about: "message", phrase }, encode };
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** null where a character has none, and where all of them are ASCII and so the same in UTF-8. */
function oneByteEach(text: string, highest: number): Uint8Array | null {
  if (highest > 0x7f && isAscii(text)) return null;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > highest) return null;
    bytes[index] = unit;
  }
  return bytes;
}
