import type { Fix } from "../domain/finding.ts";
import type { JsonMember, JsonObject } from "../json/types.ts";
import type { Scope } from "./scope.ts";

/** Fixes that take a member out of one object, each together with the comma that it would leave over. */
export type Removals = { of(member: JsonMember, label: string): Fix | undefined };

/**
 * A member that is there more than once has no such fix: taking one out would make another one count. Members are indexed
 * on the first question, so that asking for each of many costs little.
 */
export function createRemovals(scope: Scope, object: JsonObject): Removals {
  let index: { places: Map<JsonMember, number>; repeated: Set<string> } | null = null;
  return {
    of(member, label) {
      index ??= { places: placesOf(object), repeated: repeatedNames(object) };
      const place = index.places.get(member);
      if (place === undefined || index.repeated.has(member.key.value)) return undefined;
      const removed = scope.replace(label, { start: member.key.start, end: member.value.end }, "");
      return removed === undefined ? undefined : { label, edits: [editAt(object, member, place)] };
    },
  };
}

function placesOf(object: JsonObject): Map<JsonMember, number> {
  return new Map(object.members.map((member, place) => [member, place]));
}

function repeatedNames(object: JsonObject): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key } of object.members) (seen.has(key.value) ? repeated : seen).add(key.value);
  return repeated;
}

function editAt(object: JsonObject, member: JsonMember, place: number): Fix["edits"][number] {
  const next = object.members[place + 1];
  const previous = object.members[place - 1];
  const start = next === undefined && previous !== undefined ? previous.value.end : member.key.start;
  const end = next === undefined ? member.value.end : next.key.start;
  return { offset: start, length: end - start, text: "" };
}
