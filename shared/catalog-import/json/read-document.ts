import { hasTooManyValues, parseJsonPart } from "../../json/parse.ts";
import type { JsonNode, JsonProblem } from "../../json/types.ts";
import { quoted, type Report } from "../report.ts";
import { closeOff } from "./close-off.ts";
import { objectAt, recoverEvents, type RecoveredEvent } from "./recover.ts";
import { MAXIMUM_SCRIPT_LENGTH, readScript } from "./script.ts";

/** A catalog of 2,000 events of 50 parameters has a tenth of it. As a tree, so many take some hundred megabytes. */
export const MAXIMUM_VALUES = 6_000_000;
export const TOO_MANY_VALUES = `The document has more than ${MAXIMUM_VALUES.toLocaleString("en-GB")} values. Divide it into parts.`;

/** A document of objects: JSON, or the literals of a script. */
export type ReadDocument = {
  /** The documents in the text; one for JSON. */
  readonly roots: readonly JsonNode[];
  /** Events behind the place where the text is broken. */
  readonly recovered: readonly RecoveredEvent[];
};

/**
 * Reads JSON, or what a script writes down as literals. Of a broken text, what is complete before the break, and the events
 * behind it. null where nothing in it is an object. What was passed over is told.
 */
export function readDocument(text: string, report: Report): ReadDocument | null {
  const strict = parseJsonPart(text, MAXIMUM_VALUES);
  if (strict.ok) return { roots: [strict.root], recovered: [] };
  if (hasTooManyValues(strict)) {
    report.say("error", strict.problem.offset, TOO_MANY_VALUES);
    return null;
  }
  return readNotJson(text, strict, report);
}

/** The same for a text that is known to be no JSON, and why. */
export function readNotJson(text: string, json: BrokenJson, report: Report): ReadDocument | null {
  const { offset, message } = json.problem;
  if (text.length > MAXIMUM_SCRIPT_LENGTH) return readBroken(text, json, report);
  const code: CodePiece[] = [];
  const script = readScript(text, ({ start, end }, what) => code.push({ start, end, what }));
  const looksLikeJson = /^\s*[{[]/.test(text);
  if (!script.ok) {
    const place = looksLikeJson ? Math.max(offset, script.problem.offset) : script.problem.offset;
    if (place === offset) return readBroken(text, json, report);
    const problem = { offset: place, message: `${script.problem.message}.` };
    return readBroken(text, { problem, part: null }, report);
  }
  if (script.values.length === 0) return null;
  if (looksLikeJson) {
    report.say("info", offset, `This is not strict JSON, and was read as a script writes it: ${message}`);
  }
  tellCode(text, code, report);
  return { roots: script.values, recovered: [] };
}

type CodePiece = { readonly start: number; readonly end: number; readonly what: string };

function tellCode(text: string, code: readonly CodePiece[], report: Report): void {
  for (const { start, end, what } of code) {
    report.say("warning", start, `${quotedCode(text.slice(start, end))} ${what}; it was left out.`);
  }
}

/** Code as a message may quote it: what it has in quotes, or what could be a token, may be a secret. */
function quotedCode(code: string): string {
  const withoutTexts = code.slice(0, 500).replaceAll(/(["'`])(?:\\[^]|(?!\1)[^\\])*(?:\1|$)/g, "$1…$1");
  return quoted(withoutTexts.replaceAll(/[\w+/=-]{16,}/g, "…"));
}

/** Where and why a text is broken, and what was read as JSON until there; null where that is no JSON either. */
type BrokenJson = {
  readonly problem: Pick<JsonProblem, "offset" | "message">;
  readonly part: JsonNode | null;
};

function readBroken(text: string, { problem, part }: BrokenJson, report: Report): ReadDocument | null {
  const { offset, message } = problem;
  const document = firstObject(text, offset, report);
  if (document !== null) return { roots: [document], recovered: [] };
  const roots = part === null ? scriptBefore(text, offset, report) : [part];
  const recovered = recoverEvents(text, offset);
  if (roots.length === 0 && recovered.length === 0) return null;
  const rest =
    recovered.length === 0 ? "" : ` Of the rest, ${counted(recovered.length)} that stand there whole.`;
  report.say("error", offset, `The text is broken here: ${message} What comes before was read.${rest}`);
  return { roots, recovered };
}

/** A document may stand within other text: prose, a fence. */
function firstObject(text: string, offset: number, report: Report): JsonNode | null {
  const start = text.indexOf("{");
  if (start === -1 || start < offset) return null;
  const { object } = objectAt(text, start);
  if (object !== null) report.say("warning", offset, "Text stands before the document; it was passed over.");
  return object;
}

function counted(count: number): string {
  return count === 1 ? "the one event" : `the ${count} events`;
}

/** What a script that is broken at an offset writes down before it. */
function scriptBefore(text: string, offset: number, report: Report): readonly JsonNode[] {
  const whole = closeOff(text, offset);
  if (whole === null || whole.length > MAXIMUM_SCRIPT_LENGTH) return [];
  const code: CodePiece[] = [];
  const script = readScript(whole, ({ start, end }, what) => code.push({ start, end, what }));
  tellCode(whole, code, report);
  return script.ok ? script.values : [];
}
