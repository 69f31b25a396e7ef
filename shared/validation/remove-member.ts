import type { Fix } from "../domain/finding.ts";
import type { JsonMember, JsonObject } from "../json/types.ts";
import type { Scope } from "./scope.ts";

/** The fix that takes a member out of its object together with the comma that it leaves over. */
export function removalOf(
  scope: Scope,
  object: JsonObject,
  member: JsonMember,
  label: string,
): Fix | undefined {
  const index = object.members.indexOf(member);
  const next = object.members[index + 1];
  const previous = object.members[index - 1];
  const start = next === undefined && previous !== undefined ? previous.value.end : member.key.start;
  const end = next === undefined ? member.value.end : next.key.start;
  const own = scope.replace(label, { start: member.key.start, end: member.value.end }, "");
  return own === undefined ? undefined : { label, edits: [{ offset: start, length: end - start, text: "" }] };
}
