import { createLayerBuilder, type Layer, type LayerBuilder } from "./layer.ts";
import { readAnsiC } from "./ansi-c.ts";

/** A word of a command as the program gets it, and where it stands in the pasted text. */
export type Word = { readonly layer: Layer; readonly start: number; readonly end: number };

/** The commands of a text, each a list of words; the reason when a quote is never closed. */
export type Commands = {
  readonly commands: readonly (readonly Word[])[];
  readonly notes: readonly string[];
  readonly problem: { readonly reason: string; readonly start: number; readonly end: number } | null;
};

type Reader = { readonly layer: Layer; offset: number; builder: LayerBuilder; expands: boolean };

const PLAIN = /[^\s'"\\$`;&|]+/y;
const BETWEEN_QUOTES = /[^"\\$`]+/y;

/** A root shell's prompt looks like a comment. */
const PROMPT = /^#\s+curl/i;

/** Words beyond these are not read, because each costs more than its characters. Ten thousand commands have fewer. */
export const MAXIMUM_WORDS = 200_000;

/** Splits a text into commands and words as a POSIX shell does, `$'...'` included. Variables stay as they are written. */
export function shellWords(layer: Layer): Commands {
  const { text } = layer;
  const commands: Word[][] = [[]];
  const reader: Reader = { layer, offset: 0, builder: createLayerBuilder(layer), expands: false };
  let problem: Commands["problem"] = null;
  let count = 0;
  while (problem === null && count < MAXIMUM_WORDS && reader.offset < text.length) {
    count += 1;
    const separator = skipBetween(reader);
    if (separator) commands.push([]);
    if (reader.offset >= text.length) break;
    const start = reader.offset;
    reader.builder = createLayerBuilder(layer);
    problem = readWord(reader);
    reader.offset = Math.min(reader.offset, text.length);
    const word = reader.builder.finish(reader.offset);
    commands.at(-1)?.push({ layer: word, start: layer.toBase(start), end: layer.toBase(reader.offset) });
  }
  const notes = reader.expands
    ? ["A variable or command substitution stands as it is written; the shell would have replaced it."]
    : [];
  return { commands: commands.filter((words) => words.length > 0), notes, problem };
}

/** Skips what separates words; true when it separates commands as well. */
function skipBetween(reader: Reader): boolean {
  const { text } = reader.layer;
  let isSeparator = false;
  for (;;) {
    const rest = text.charAt(reader.offset);
    if (/[;&|\n]/.test(rest)) isSeparator = true;
    else if (rest === "#" && !PROMPT.test(text.slice(reader.offset, reader.offset + 8))) {
      const lineEnd = text.indexOf("\n", reader.offset);
      reader.offset = (lineEnd === -1 ? text.length : lineEnd) - 1;
    } else if (rest === "\\" && lineEndAt(text, reader.offset + 1) > 0) {
      reader.offset += lineEndAt(text, reader.offset + 1);
    } else if (rest === "" || !/\s/.test(rest)) return isSeparator;
    reader.offset += 1;
  }
}

/** The length of the line end at an offset. */
function lineEndAt(text: string, offset: number): number {
  if (text.startsWith("\r\n", offset)) return 2;
  return text.charAt(offset) === "\n" ? 1 : 0;
}

function readWord(reader: Reader): Commands["problem"] {
  const { text } = reader.layer;
  while (reader.offset < text.length) {
    const character = text.charAt(reader.offset);
    if (/[\s;&|]/.test(character)) return null;
    const isClosed = readPiece(reader, character);
    if (isClosed) continue;
    const start = reader.layer.toBase(reader.offset);
    return { reason: "This quote is never closed.", start, end: start + 1 };
  }
  return null;
}

/** Reads a quoted or plain piece of a word; false when its quote is never closed. */
function readPiece(reader: Reader, character: string): boolean {
  const { text } = reader.layer;
  if (character === "'") return readSingleQuoted(reader);
  if (character === '"') return readDoubleQuoted(reader);
  if (text.startsWith("$'", reader.offset)) return readAnsiQuoted(reader);
  if (character === "\\") {
    readBackslash(reader);
    return true;
  }
  if (character === "$" || character === "`") reader.expands = true;
  copyPlain(reader, PLAIN);
  return true;
}

/** At least one character, so that reading always goes on. */
function copyPlain(reader: Reader, pattern: RegExp): void {
  pattern.lastIndex = reader.offset + 1;
  const length = 1 + (pattern.exec(reader.layer.text)?.[0].length ?? 0);
  reader.builder.copy(reader.offset, reader.offset + length);
  reader.offset += length;
}

function readSingleQuoted(reader: Reader): boolean {
  const end = reader.layer.text.indexOf("'", reader.offset + 1);
  if (end === -1) return false;
  reader.builder.copy(reader.offset + 1, end);
  reader.offset = end + 1;
  return true;
}

function readAnsiQuoted(reader: Reader): boolean {
  const end = readAnsiC(reader.layer.text, reader.offset + 2, reader.builder);
  if (end === null) return false;
  reader.offset = end;
  return true;
}

function readDoubleQuoted(reader: Reader): boolean {
  const { text } = reader.layer;
  const opening = reader.offset;
  reader.offset += 1;
  for (;;) {
    const character = text.charAt(reader.offset);
    if (character === "") {
      reader.offset = opening;
      return false;
    }
    if (character === '"') {
      reader.offset += 1;
      return true;
    }
    if (character === "\\" && !/["\\$`\r\n]/.test(text.charAt(reader.offset + 1))) {
      reader.builder.copy(reader.offset, reader.offset + 1);
      reader.offset += 1;
    } else if (character === "\\") readBackslash(reader);
    else {
      if (character === "$" || character === "`") reader.expands = true;
      copyPlain(reader, BETWEEN_QUOTES);
    }
  }
}

/** A backslash before a line end removes both; before anything else it stands for that, at the very end for itself. */
function readBackslash(reader: Reader): void {
  const { offset } = reader;
  const { text } = reader.layer;
  const lineEnd = lineEndAt(text, offset + 1);
  const kept = offset + 1 < text.length ? offset + 1 : offset;
  if (lineEnd === 0) reader.builder.copy(kept, kept + 1);
  reader.offset += lineEnd === 0 ? 2 : 1 + lineEnd;
}
