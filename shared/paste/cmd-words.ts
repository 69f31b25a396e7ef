import { createLayerBuilder, type Layer, type LayerBuilder } from "./layer.ts";
import { MAXIMUM_WORDS, type Commands, type Word } from "./shell-words.ts";

/**
 * How a Windows command line writes quotes and backslashes within an argument.
 * `caret`: Chromium's and later Firefox's "Copy as cURL (cmd)", `^\^"` for a quote. `doubled`: earlier ones, `""`. Both write
 * every backslash twice. `program`: as programs read their arguments, where only backslashes before a quote count.
 */
type Style = "caret" | "doubled" | "program";

/** Splits a text into commands and words as Windows does: first what cmd.exe makes of carets, then what the program does. */
export function cmdWords(layer: Layer): Commands {
  const style = styleOf(layer.text);
  const lines = commandLines(layer, style);
  let left = MAXIMUM_WORDS;
  const commands = lines.map((line) => {
    const words = argumentsOf(line, style, left);
    left -= words.length;
    return words;
  });
  return { commands: commands.filter((words) => words.length > 0), notes: [], problem: null };
}

/** Whether a text is more likely of cmd.exe than of a POSIX shell. */
export function looksLikeCmd(text: string): boolean {
  return /\^"|\^\r?\n/.test(text) || /^[^\n]*curl\.exe\s/i.test(text);
}

/** An odd number of backslashes before a quote, which those who write every backslash twice never have. */
const ESCAPED_QUOTE = /(?<!\\)(?:\\\\)*\\"/;

function styleOf(text: string): Style {
  if (text.includes('^"')) return "caret";
  return text.includes('""') && !ESCAPED_QUOTE.test(text) ? "doubled" : "program";
}

const PLAIN = /[^"&|\n\r^]+/y;

/** What cmd.exe hands on: carets taken off, a line end kept only behind a caret and another line end. */
function commandLines(layer: Layer, style: Style): Layer[] {
  const { text } = layer;
  const lines: Layer[] = [];
  let builder = createLayerBuilder(layer);
  let isQuoted = false;
  let offset = 0;
  while (offset < text.length) {
    const character = text.charAt(offset);
    // Browsers that open a quote without a caret still escape within it, so there carets count everywhere.
    if (character === "^" && (!isQuoted || style === "caret")) offset = readCaret(text, offset, builder);
    else if (!isQuoted && /[&|\n]/.test(character)) {
      lines.push(builder.finish(offset));
      builder = createLayerBuilder(layer);
      offset += 1;
    } else {
      if (character === '"') isQuoted = !isQuoted;
      PLAIN.lastIndex = offset + 1;
      const end = PLAIN.test(text) ? PLAIN.lastIndex : offset + 1;
      builder.copy(offset, end);
      offset = end;
    }
  }
  return [...lines, builder.finish(text.length)];
}

/** A caret stands for the character behind it; before a line end it removes that and stands for what comes then. */
function readCaret(text: string, caret: number, builder: LayerBuilder): number {
  const lineEnd = lineEndAt(text, caret + 1);
  const start = caret + 1 + lineEnd;
  const second = lineEndAt(text, start);
  if (second > 0) {
    builder.put("\n", start);
    return start + second;
  }
  // Behind a continued line the next line's first character may itself be a caret.
  if (lineEnd > 0) return start;
  builder.copy(start, start + 1);
  return start + 1;
}

function lineEndAt(text: string, offset: number): number {
  if (text.startsWith("\r\n", offset)) return 2;
  return text.charAt(offset) === "\n" ? 1 : 0;
}

const SPACES = /[ \t\r]*/y;
const LITERAL = /[^"\\ \t\r]+/y;
const QUOTED_LITERAL = /[^"\\]+/y;

function argumentsOf(line: Layer, style: Style, maximum: number): Word[] {
  const { text } = line;
  const words: Word[] = [];
  let offset = 0;
  for (;;) {
    SPACES.lastIndex = offset;
    SPACES.test(text);
    offset = Math.max(offset, SPACES.lastIndex);
    if (offset >= text.length || words.length >= maximum) return words;
    const builder = createLayerBuilder(line);
    const end = readArgument(text, offset, builder, style);
    words.push({ layer: builder.finish(end), start: line.toBase(offset), end: line.toBase(end) });
    offset = end;
  }
}

/** Reads one argument and answers where it ends. */
function readArgument(text: string, start: number, builder: LayerBuilder, style: Style): number {
  let isQuoted = false;
  let offset = start;
  while (offset < text.length) {
    const character = text.charAt(offset);
    if (!isQuoted && /[ \t\r]/.test(character)) break;
    if (character === "\\") offset = readBackslashes(text, offset, builder, style);
    else if (character === '"' && isQuoted && text.charAt(offset + 1) === '"' && style !== "caret") {
      builder.put('"', offset);
      offset += 2;
    } else if (character === '"') {
      isQuoted = !isQuoted;
      offset += 1;
    } else {
      const pattern = isQuoted ? QUOTED_LITERAL : LITERAL;
      pattern.lastIndex = offset;
      const end = pattern.test(text) ? pattern.lastIndex : offset + 1;
      builder.copy(offset, end);
      offset = end;
    }
  }
  return offset;
}

const BACKSLASHES = /\\+/y;

function readBackslashes(text: string, start: number, builder: LayerBuilder, style: Style): number {
  BACKSLASHES.lastIndex = start;
  BACKSLASHES.test(text);
  const end = BACKSLASHES.lastIndex;
  const count = end - start;
  const isBeforeQuote = text.charAt(end) === '"';
  if (style === "program" && !isBeforeQuote) {
    builder.copy(start, end);
    return end;
  }
  for (let pair = 0; pair < Math.floor(count / 2); pair += 1) builder.put("\\", start + 2 * pair);
  if (count % 2 === 0) return end;
  if (!isBeforeQuote || style === "doubled") {
    builder.put("\\", end - 1);
    return end;
  }
  builder.put('"', end - 1);
  return end + 1;
}
