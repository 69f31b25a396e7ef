import type { Fix } from "../domain/finding.ts";
import { quoteJson } from "../json/value.ts";
import type { JsonMember, JsonObject } from "../json/types.ts";
import type { Scope } from "./scope.ts";

/** Fixes that change which members an object has. */
export type MemberFixes = {
  /**
   * Takes a member out, together with the comma that it would leave over. A name that is there more than once has no such
   * fix: taking one out would make another one count.
   */
  remove(member: JsonMember, label: string): Fix | undefined;
  /** Renames every member of a name, so that of several the last still counts. */
  rename(name: string, right: string): Fix | undefined;
};

type Index = { readonly places: Map<JsonMember, number>; readonly byName: Map<string, JsonMember[]> };

/** Members are indexed on the first question, so that asking for each of many costs little. */
export function createMemberFixes(scope: Scope, object: JsonObject): MemberFixes {
  let index: Index | null = null;
  return {
    remove(member, label) {
      index ??= indexOf(object);
      const place = index.places.get(member);
      if (place === undefined || index.byName.get(member.key.value)?.length !== 1) return undefined;
      const removed = scope.replace(label, { start: member.key.start, end: member.value.end }, "");
      return removed === undefined ? undefined : { label, edits: [removalAt(object, member, place)] };
    },
    rename(name, right) {
      index ??= indexOf(object);
      const label = `Rename to ${right}`;
      const renamed = (index.byName.get(name) ?? []).map(({ key }) =>
        scope.replace(label, key, quoteJson(right)),
      );
      if (renamed.includes(undefined)) return undefined;
      return { label, edits: renamed.flatMap((fix) => fix?.edits ?? []) };
    },
  };
}

function indexOf(object: JsonObject): Index {
  const byName = new Map<string, JsonMember[]>();
  for (const member of object.members) {
    const same = byName.get(member.key.value);
    if (same === undefined) byName.set(member.key.value, [member]);
    else same.push(member);
  }
  return { places: new Map(object.members.map((member, place) => [member, place])), byName };
}

function removalAt(object: JsonObject, member: JsonMember, place: number): Fix["edits"][number] {
  const next = object.members[place + 1];
  const previous = object.members[place - 1];
  const start = next === undefined && previous !== undefined ? previous.value.end : member.key.start;
  const end = next === undefined ? member.value.end : next.key.start;
  return { offset: start, length: end - start, text: "" };
}
