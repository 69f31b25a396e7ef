import { parseJson, parseJsonAt } from "../../json/parse.ts";
import { lastMember } from "../../json/path.ts";
import type { JsonNode, JsonObject } from "../../json/types.ts";
import { literalOf } from "./literals.ts";
import { expressionAt, MAXIMUM_SCRIPT_LENGTH, tookLong } from "./script.ts";

/** An event that was found whole behind the place where a document is broken. */
export type RecoveredEvent = {
  /** The name it is a member under; null where it is an item of a list. */
  readonly name: string | null;
  readonly object: JsonObject;
};

/** Each character may be looked at this often, so that the time stays in proportion to the length. */
const READINGS = 2;
const MOST_ATTEMPTS = 100_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;
/** After so many objects that are none, only JSON is looked for: setting a parser of scripts up takes longer than most objects. */
const MOST_FAILURES = 20_000;
/** A comment that never ends, or code that is nested too deep, is gone into anew from each object before it. */
const FAILURES_OF_A_LONG_READING = 200;

/** An object, and how much was read to find out; `isLong`: that was much more than it says. */
type ObjectReading = {
  readonly object: JsonObject | null;
  readonly read: number;
  readonly isLong: boolean;
};

/**
 * Looks for whole events from an offset on: objects with `parameters`. What stands between them is passed over. Takes JSON
 * and, up to the length of a script, what scripts write.
 */
export function recoverEvents(text: string, from: number): readonly RecoveredEvent[] {
  const events: RecoveredEvent[] = [];
  let left = Math.min(text.length * READINGS + 100_000, MOST_CHARACTERS);
  let attempts = 0;
  let failures = 0;
  for (let at = text.indexOf("{", from); at !== -1 && left > 0; at = text.indexOf("{", at)) {
    attempts += 1;
    if (attempts > MOST_ATTEMPTS) break;
    const { object, read, isLong } = objectAt(text, at, failures < MOST_FAILURES);
    left -= read + 1;
    if (object === null) failures += isLong ? FAILURES_OF_A_LONG_READING : 1;
    if (object !== null && lastMember(object, "parameters") !== undefined) {
      events.push({ name: nameBefore(text, at), object });
      at = object.end;
    } else at += 1;
  }
  return events;
}

/** The object that stands at an offset, whatever stands behind it. */
export function objectAt(text: string, start: number, isScriptRead = true): ObjectReading {
  const strict = { ...strictObjectAt(text, start), isLong: false };
  if (strict.object !== null || !isScriptRead || text.length > MAXIMUM_SCRIPT_LENGTH) return strict;
  // The parser counts the lines before an offset, each time, so that it gets the rest alone.
  const value = expressionAt(text.slice(start), 0);
  if (!("type" in value)) {
    return { object: null, read: strict.read + value.offset, isLong: tookLong(value) };
  }
  const node = literalOf(value, () => {});
  const object = node?.kind === "object" ? moved(node, start) : null;
  return { object, read: strict.read + value.end, isLong: false };
}

function strictObjectAt(text: string, start: number): { object: JsonObject | null; read: number } {
  const value = parseJsonAt(text, start);
  if (!value.ok) return { object: null, read: Math.max(0, value.problem.offset - start) };
  const { root } = value;
  return { object: root.kind === "object" ? root : null, read: root.end - start };
}

function moved<Node extends JsonNode>(node: Node, by: number): Node;
function moved(node: JsonNode, by: number): JsonNode {
  const span = { start: node.start + by, end: node.end + by };
  if (node.kind === "array") return { ...node, ...span, items: node.items.map((item) => moved(item, by)) };
  if (node.kind !== "object") return { ...node, ...span };
  const members = node.members.map(({ key, value }) => ({ key: moved(key, by), value: moved(value, by) }));
  return { ...node, ...span, members };
}

/** `"name": {`, `name: {`: the name, read from the bracket backwards. */
function nameBefore(text: string, bracket: number): string | null {
  const before = text.slice(Math.max(0, bracket - 300), bracket);
  const found = /(?:"((?:[^"\\\n]|\\.)*)"|'([^'\\\n]*)'|([\p{L}_$][\p{L}\p{N}_$]*))\s*:\s*$/u.exec(before);
  if (found === null) return null;
  const [, quoted, single, bare] = found;
  if (quoted === undefined) return single ?? bare ?? null;
  const parsed = parseJson(`"${quoted}"`);
  return parsed.ok && parsed.root.kind === "string" ? parsed.root.value : quoted;
}
