import type { Api } from "../domain/tenant.ts";
import { lastMember, toPointer } from "../json/path.ts";
import type { JsonMember, JsonNode, JsonObject } from "../json/types.ts";

/** A value that the other API's form has no place for: a JSON pointer into the draft, and a sentence. */
export type NotCarried = { readonly path: string; readonly reason: string };

/** A field of a draft: its value, and that value as it is written. */
export type DraftField = { readonly name: string; readonly node: JsonNode; readonly written: string };

/** Hands out the fields of a draft and keeps account of those that nobody took. */
export type DraftFields = {
  /** The field under its name, or under one that differs by capitals only. Of several the last counts. */
  take(name: string): DraftField | null;
  /** Says that a field which was taken is not, or not as it is, in the other form. */
  drop(field: DraftField, reason: string): void;
  /** What is not carried, in the order of the draft, with every field that was never taken. */
  finish(to: Api): readonly NotCarried[];
};

export function createDraftFields(text: string, root: JsonObject): DraftFields {
  const taken = new Set<JsonMember>();
  const dropped = new Map<string, string>();
  return {
    take(name) {
      const member =
        lastMember(root, name) ??
        root.members.findLast(({ key }) => key.value.toLowerCase() === name.toLowerCase());
      if (member === undefined) return null;
      taken.add(member);
      const { key, value } = member;
      return { name: key.value, node: value, written: text.slice(value.start, value.end) };
    },
    drop: (field, reason) => void dropped.set(field.name, reason),
    finish(to) {
      const notCarried: NotCarried[] = [];
      for (const member of root.members) {
        const name = member.key.value;
        const reason = taken.has(member) ? dropped.get(name) : unknownReason(root, member, taken, to);
        if (reason !== undefined) notCarried.push({ path: toPointer([name]), reason });
      }
      return notCarried;
    },
  };
}

function unknownReason(root: JsonObject, member: JsonMember, taken: Set<JsonMember>, to: Api): string {
  const name = member.key.value;
  const counting = lastMember(root, name);
  const isRepeated = counting !== member && counting !== undefined && taken.has(counting);
  if (isRepeated) return `The draft has ${JSON.stringify(name)} more than once; the last one is carried.`;
  const api = to === "realtime" ? "Realtime" : "OptiEvent";
  return `${api} documents no field for ${JSON.stringify(name)}.`;
}
