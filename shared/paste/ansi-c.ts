import { decodeBytes } from "./escaped-bytes.ts";
import type { LayerBuilder } from "./layer.ts";

const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  e: "\x1b",
  E: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "?": "?",
};

const LITERAL = /[^'\\]+/y;
const BYTES = /(?:\\x[0-9a-fA-F]{1,2}|\\[0-7]{1,3})+/y;
const BYTE = /\\x([0-9a-fA-F]{1,2})|\\([0-7]{1,3})/g;
const UNICODE = /\\u([0-9a-fA-F]{1,4})|\\U([0-9a-fA-F]{1,8})/y;
const CONTROL = /\\c([\s\S])/y;

/**
 * Reads the inside of bash's `$'...'` from `start` and answers the offset behind the closing quote, null when there is none.
 * Escaped bytes in a row are UTF-8.
 */
export function readAnsiC(text: string, start: number, builder: LayerBuilder): number | null {
  let offset = start;
  for (;;) {
    const literal = matchAt(LITERAL, text, offset)?.[0].length ?? 0;
    builder.copy(offset, offset + literal);
    offset += literal;
    const character = text.charAt(offset);
    if (character === "") return null;
    if (character === "'") return offset + 1;
    const escape = readEscape(text, offset);
    builder.put(escape.value, offset);
    offset += escape.length;
  }
}

function readEscape(text: string, offset: number): { value: string; length: number } {
  const name = text.charAt(offset + 1);
  const simple = Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined;
  if (simple !== undefined) return { value: simple, length: 2 };
  const bytes = matchAt(BYTES, text, offset)?.[0];
  if (bytes !== undefined) return { value: decodeBytes(byteValues(bytes)), length: bytes.length };
  const unicode = matchAt(UNICODE, text, offset);
  if (unicode !== null) {
    const code = Number.parseInt(unicode[1] ?? unicode[2] ?? "", 16);
    return { value: code > 0x10ffff ? unicode[0] : String.fromCodePoint(code), length: unicode[0].length };
  }
  const control = matchAt(CONTROL, text, offset);
  if (control !== null) {
    return { value: String.fromCharCode((control[1] ?? "").charCodeAt(0) & 0x1f), length: 3 };
  }
  return { value: `\\${name}`, length: 1 + name.length };
}

function byteValues(written: string): number[] {
  return Array.from(written.matchAll(BYTE), ([, hexadecimal, octal]) =>
    hexadecimal === undefined ? Number.parseInt(octal ?? "0", 8) & 0xff : Number.parseInt(hexadecimal, 16),
  );
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
