import { toBytes } from "../../redaction/bytes.ts";

// What a text says when its escapes and encodings are read. Readings are looked into only: what is found there is then replaced
// in the text itself, in the encoding in which it stands.

const ESCAPES =
  /(?:%[0-9a-f]{2})+|%u[0-9a-f]{4}|[\u00c2-\u00f4][\u0080-\u00bf]+|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\.|&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/gi;
const MAY_BE_ESCAPED = /[%\\&]|[\u00c2-\u00f4][\u0080-\u00bf]/;
/** JSON in JSON in a URL in HTML is deeper than anything seen. */
const DEPTH = 6;

/** The text itself, and, where it holds escapes of URL, JSON or HTML or UTF-8 read as Latin-1, what they stand for, layer by layer. */
export function readingsOf(text: string): readonly string[] {
  const readings = [text];
  for (let reading = text; readings.length <= DEPTH && MAY_BE_ESCAPED.test(reading);) {
    const next = reading.replaceAll(ESCAPES, readEscape);
    if (next === reading) break;
    readings.push(next);
    reading = next;
  }
  return readings;
}

/**
 * A text with everything read and without what the encodings disagree about, in small letters: where a value is in a text in
 * some encoding, the essence of the one is in the essence of the other.
 */
export function essenceOf(text: string): string {
  return (readingsOf(text).at(-1) ?? text).replaceAll(/[\\+\s"']/g, "").toLowerCase();
}

const SHORT: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const NAMED: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

function readEscape(escape: string): string {
  if (escape.charAt(0) >= "\u0080") return readUtf8(escape, toLatin1Bytes(escape));
  if (/^%u/i.test(escape)) return readPoint(`0x${escape.slice(2)}`);
  if (escape.startsWith("%")) return readPercent(escape);
  if (escape.startsWith("&#"))
    return readPoint(/^&#x/i.test(escape) ? `0${escape.slice(2, -1)}` : escape.slice(2, -1));
  if (escape.startsWith("&")) return NAMED[escape.toLowerCase()] ?? escape;
  if (escape.length > 2) return readPoint(`0x${escape.slice(2)}`);
  const character = escape.charAt(1);
  return SHORT[character] ?? character;
}

function readPoint(written: string): string {
  const point = Number(written);
  return point <= 0x10ffff ? String.fromCodePoint(point) : "";
}

const utf8 = new TextDecoder("utf-8");
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

function readPercent(run: string): string {
  const bytes = run.slice(1).split("%");
  const read = Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16));
  return readUtf8(String.fromCharCode(...read), read);
}

/** What bytes say as UTF-8; where they are none, what was made of them. */
function readUtf8(otherwise: string, bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return otherwise;
  }
}

const RUN = /[A-Za-z0-9+/_-]{12,}/g;
/** Longer runs are looked at from their beginning only, so that an answer full of base64 costs what reading it costs. */
const LONGEST_SHIFTED = 4_096;

/** What the runs of base64 in a text decode to, from each place where a group can begin. */
export function* base64Readings(text: string): Generator<string> {
  for (const [run] of text.matchAll(RUN)) {
    const shifts = run.length > LONGEST_SHIFTED ? 1 : 4;
    for (let shift = 0; shift < shifts; shift += 1) {
      const decoded = decodeBase64(run.slice(shift));
      // As it is, or as an address or a form has it.
      if (/@|%40/.test(decoded)) yield* readingsOf(utf8.decode(toLatin1Bytes(decoded)));
    }
  }
}

/** Bytes in hexadecimal, close together or each with the same sign between them; another sign ends what is written. */
const HEX_RUN = /[0-9a-f]{2}([: -])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4,}|[0-9a-f]{12,}/gi;

/** Stricter than elsewhere, since digits of numbers and hashes can be read as hexadecimal and have to stay as they are. */
const SURE_ADDRESS = /[\w.%+-]{2,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}/gi;

/** The email addresses that runs of hexadecimal in a text say. */
export function* hexReadings(text: string): Generator<string> {
  for (const [run] of text.matchAll(HEX_RUN)) {
    const digits = run.replaceAll(/[: -]/g, "");
    if (!digits.includes("40")) continue;
    // From the second digit too: one that belongs to something else can stand before.
    for (const start of [0, 1]) {
      const bytes = Array.from(digits.slice(start).matchAll(/../g), ([pair]) => Number.parseInt(pair, 16));
      for (const [address] of utf8.decode(Uint8Array.from(bytes)).matchAll(SURE_ADDRESS)) yield address;
    }
  }
}

/** One character for each byte; what is left over of a group is dropped. */
function decodeBase64(run: string): string {
  const plain = run.replaceAll("-", "+").replaceAll("_", "/");
  const remainder = plain.length % 4;
  return atob(remainder === 1 ? plain.slice(0, -1) : plain + "=".repeat((4 - remainder) % 4));
}

function toLatin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The bytes of a text as UTF-8, one character each. */
export function utf8AsLatin1(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return Array.from(toBytes(text), (byte) => String.fromCharCode(byte)).join("");
}

/** The characters of a text's base64 that are the same whatever stands around it, for each of the three alignments. */
export function base64Cores(value: string): readonly string[] {
  const bytes = utf8AsLatin1(value);
  return [0, 1, 2].map((alignment) => {
    const first = Math.ceil((alignment * 8) / 6);
    const end = Math.floor(((alignment + bytes.length) * 8) / 6);
    return btoa("\0".repeat(alignment) + bytes).slice(first, end);
  });
}
