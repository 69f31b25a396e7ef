import { findDuplicateKeys } from "./duplicates.ts";
import { removeMember, setValue } from "./edit.ts";
import { parseJson } from "./parse.ts";
import { lastMember } from "./path.ts";
import type { JsonNode, JsonObject, JsonPath } from "./types.ts";

/** What stands at a path now, as written; null where nothing stands there any more. */
type Change = { readonly path: JsonPath; readonly text: string | null };

/** Each is put in by itself, so that a text with more changes than this takes too long. */
const MOST_CHANGES = 50;

/**
 * Two texts that were made of the same one, brought together: mine, with the members that only the other changed. null where
 * that cannot be without losing something: both changed the same member, the other changed more than members (order, white
 * space), or one of the texts is no JSON.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  if (theirs === base || theirs === mine) return mine;
  if (mine === base) return theirs;
  const [own, others] = [changesOf(base, mine), changesOf(base, theirs)];
  if (own === null || others === null || others.length > MOST_CHANGES) return null;
  if (withChanges(base, others) !== theirs) return null;
  const isContested = others.some((other) => own.some((change) => excludes(change, other)));
  return isContested ? null : withChanges(mine, others);
}

function withChanges(text: string, changes: readonly Change[]): string {
  return changes.reduce(
    (before, { path, text: value }) =>
      value === null ? removeMember(before, path) : setValue(before, path, value),
    text,
  );
}

/** Whether one is within the other, or both are the same place with another value. */
function excludes(left: Change, right: Change): boolean {
  const isWithin = left.path.every((step, index) => index >= right.path.length || step === right.path[index]);
  return isWithin && (left.path.length !== right.path.length || left.text !== right.text);
}

/** null where they cannot be told. */
function changesOf(before: string, after: string): readonly Change[] | null {
  const [left, right] = [parseJson(before), parseJson(after)];
  if (!left.ok || !right.ok) return null;
  const isTwice = [left.root, right.root].some((root) => findDuplicateKeys(root).length > 0);
  if (isTwice || left.root.kind !== "object" || right.root.kind !== "object") return null;
  return memberChanges({ before, after }, left.root, right.root, []);
}

type Texts = { readonly before: string; readonly after: string };

function memberChanges(texts: Texts, left: JsonObject, right: JsonObject, path: JsonPath): readonly Change[] {
  const names = new Set([...left.members, ...right.members].map(({ key }) => key.value));
  return [...names].flatMap((name) => {
    const [old, now] = [lastMember(left, name)?.value, lastMember(right, name)?.value];
    return valueChanges(texts, old, now, [...path, name]);
  });
}

function valueChanges(
  texts: Texts,
  old: JsonNode | undefined,
  now: JsonNode | undefined,
  path: JsonPath,
): readonly Change[] {
  if (now === undefined) return [{ path, text: null }];
  if (old?.kind === "object" && now.kind === "object") return memberChanges(texts, old, now, path);
  const text = texts.after.slice(now.start, now.end);
  return old !== undefined && texts.before.slice(old.start, old.end) === text ? [] : [{ path, text }];
}
