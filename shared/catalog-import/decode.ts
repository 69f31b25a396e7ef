import { failure, success, type Result } from "../result/result.ts";

/** Bytes. More is refused: a catalog of 2,000 events of 50 parameters has a tenth of it. */
export const MAXIMUM_IMPORT_BYTES = 64 * 1024 * 1024;

/** A text and, where the encoding had to be guessed, a sentence about that. */
export type DecodedText = { readonly text: string; readonly note: string | null };

/**
 * The text of a file. A byte-order mark decides; without one, UTF-8, else UTF-16 where every other byte is zero, else
 * Windows-1252, which any bytes are and which is therefore said. Codes: `import.too-large`, `import.not-text`.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  if (bytes.length > MAXIMUM_IMPORT_BYTES) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    return failure(
      "import.too-large",
      `The file has ${size} MiB. Up to 64 MiB are read; divide it into parts.`,
    );
  }
  const known = SIGNATURES.find(({ start }) => start.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return failure("import.not-text", known.message);
  const encoding = markedEncoding(bytes) ?? zeroedEncoding(bytes);
  if (encoding !== null) return decodeAs(encoding, bytes);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? failure("import.not-text", NOT_TEXT) : success({ text, note: null });
  } catch {
    if (bytes.includes(0)) return failure("import.not-text", NOT_TEXT);
    return success({ text: new TextDecoder("windows-1252").decode(bytes), note: NOT_UTF8 });
  }
}

const NOT_TEXT = "The file is no text: it has zero bytes. Choose a text file, such as CSV, JSON or Markdown.";
const NOT_UTF8 =
  "The file is not UTF-8, so it was read as Windows-1252 (Western European). Check accents and symbols; save it as UTF-8 where they are wrong.";

const SIGNATURES: readonly { readonly start: readonly number[]; readonly message: string }[] = [
  {
    start: [0x50, 0x4b, 0x03, 0x04],
    message: "This is an Excel workbook or another archive. Save the sheet as CSV and import that.",
  },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    message: "This is a workbook of an old Excel. Save the sheet as CSV and import that.",
  },
  {
    start: [0x25, 0x50, 0x44, 0x46],
    message: "This is a PDF. Copy its table and paste it, or import it as CSV.",
  },
  { start: [0x1f, 0x8b], message: "This file is compressed (gzip). Unpack it and import what is in it." },
];

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** In a UTF-16 file of Latin letters one of two bytes is zero. */
function zeroedEncoding(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 4096);
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = length / 4;
  if (odd > many && even < many / 8) return "utf-16le";
  return even > many && odd < many / 8 ? "utf-16be" : null;
}

const ENCODING_NAMES = { "utf-8": "UTF-8", "utf-16le": "UTF-16", "utf-16be": "UTF-16" } as const;

function decodeAs(encoding: Encoding, bytes: Uint8Array): Result<DecodedText> {
  try {
    return success({ text: new TextDecoder(encoding, { fatal: true }).decode(bytes), note: null });
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const name = ENCODING_NAMES[encoding];
    return success({
      text,
      note: `The file says that it is ${name}, and not all of it is. What cannot be read stands as \uFFFD.`,
    });
  }
}
