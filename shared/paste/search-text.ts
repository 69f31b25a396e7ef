import { parseJsonAt } from "../json/parse.ts";
import type { JsonProblem } from "../json/types.ts";
import type { Origin } from "./finds.ts";
import type { Layer } from "./layer.ts";
import { MAXIMUM_LAYERS, withNote, type Reading, type Source } from "./reading.ts";
import { contentEnd, unescapeContent } from "./string-content.ts";

/** The start of an object: plain, quoted like Python's, or escaped once or several times. */
const OBJECT_START = /\{[ \t\r\n]*("|'|\\(?:\\{0,15}"|x22|u0022))/g;

const NOT_JSON = "Here starts an object that is not JSON";
const IN_TEXT = { form: "text", where: "in a log line or other text" } as const;
const AMONG_LINES = { form: "lines", where: "among JSON documents one after another (NDJSON)" } as const;

/**
 * Finds JSON objects anywhere in a text: in lines of a log, one to a line, in prose, escaped or not. An object that cannot
 * be read is remembered as the reason, and the search goes on behind its first character as long as there is time to
 * spend, then behind the place where reading stopped.
 */
export function searchText(reading: Reading, source: Source): void {
  const { layer, depth } = source;
  const pattern = new RegExp(OBJECT_START);
  for (let match = pattern.exec(layer.text); match !== null; match = pattern.exec(layer.text)) {
    const start = match.index;
    if (match[1] === '"') pattern.lastIndex = readPlain(reading, source, start);
    else if (match[1] === "'") {
      reading.finds.refuseJson(layer, singleQuotes(start), NOT_JSON);
      pattern.lastIndex = start + 1;
    } else if (depth < MAXIMUM_LAYERS) pattern.lastIndex = readEscaped(reading, source, start);
  }
}

function singleQuotes(offset: number): JsonProblem {
  return { message: "JSON uses double quotes, not single ones.", offset, length: 1 };
}

/** Reads the object at `start` and answers where to go on. */
function readPlain({ finds, document }: Reading, { layer, origin, depth }: Source, start: number): number {
  const read = parseJsonAt(layer.text, start);
  if (!read.ok) {
    finds.refuseJson(layer, read.problem, NOT_JSON);
    const stopped = Math.max(read.problem.offset, start + 1);
    return finds.spend(stopped - start) ? start + 1 : stopped;
  }
  const place = origin.form === "body" ? { ...origin, ...placeOf(layer.text, start, read.root.end) } : origin;
  document({ layer, origin: place, depth }, read.root, false);
  return read.root.end;
}

/** Reads the object whose quotes are escaped, which goes on to the end of the string or line that it stands in. */
function readEscaped(reading: Reading, { layer, origin, depth }: Source, start: number): number {
  const end = contentEnd(layer.text, start);
  if (!reading.finds.spend(end - start)) return Math.max(end, start + 1);
  const inner = unescapeContent(layer, start, end);
  const read = parseJsonAt(inner.text, 0);
  const place = origin.form === "body" ? { ...origin, ...IN_TEXT } : origin;
  const known = withNote(place, "Its quotes were escaped, and were unescaped.");
  if (read.ok) {
    reading.document({ layer: inner, origin: known, depth: depth + 1 }, read.root, false);
    return offsetIn(layer, inner.toBase(read.root.end), start + 1);
  }
  if (/^\{\s*"/.test(inner.text)) reading.finds.refuseJson(inner, read.problem, NOT_JSON);
  reading.search({ layer: inner, origin: known, depth: depth + 1 });
  return Math.max(end, start + 1);
}

/** The first offset of a layer, from `least` on, that lies at or behind a place of the pasted text. */
function offsetIn(layer: Layer, base: number, least: number): number {
  let low = least;
  let high = layer.text.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (layer.toBase(middle) < base) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LINE_END = /[ \t\r]*,?[ \t\r]*(?:\n|$)/y;

/** An object that has its lines to itself is one of several documents. */
function placeOf(text: string, start: number, end: number): Pick<Origin, "form" | "where"> {
  let before = start - 1;
  while (before >= 0 && /[ \t\r]/.test(text.charAt(before))) before -= 1;
  LINE_END.lastIndex = end;
  const isAlone = (before < 0 || text.charAt(before) === "\n") && LINE_END.test(text);
  return isAlone ? AMONG_LINES : IN_TEXT;
}
