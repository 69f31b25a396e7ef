import { fromPointer, nodeAt } from "../../json/path.ts";
import type { JsonMember, JsonNode, JsonObject } from "../../json/types.ts";

/** What schemas say by naming another part of the document, or by combining several, put into one. */
export type ResolvedSchema = {
  readonly schema: JsonObject;
  /** What could not be followed, a sentence each. */
  readonly notes: readonly string[];
};

/** Chains of references, and combinations within combinations, are followed so far. */
const MAXIMUM_STEPS = 20;

/**
 * A property's schema with `$ref` to the same document, `allOf`, and `anyOf` and `oneOf` put in their place: what stands
 * beside them counts first. Of alternatives, what the one has that is not null, and of several all their types.
 */
export function resolveSchema(schema: JsonObject, root: JsonObject): ResolvedSchema {
  const notes: string[] = [];
  return { schema: resolved(schema, { root, notes, steps: 0 }), notes };
}

type Resolving = { readonly root: JsonObject; readonly notes: string[]; steps: number };

function resolved(schema: JsonObject, resolving: Resolving): JsonObject {
  if (!schema.members.some(({ key }) => COMBINING.has(key.value))) return schema;
  resolving.steps += 1;
  if (resolving.steps > MAXIMUM_STEPS) {
    resolving.notes.push("Its references lead in a circle, or too far.");
    return schema;
  }
  const members = new Map<string, JsonMember>();
  for (const member of schema.members)
    if (!COMBINING.has(member.key.value)) members.set(member.key.value, member);
  for (const { key, value } of schema.members) {
    for (const part of COMBINING.get(key.value)?.(value, resolving) ?? []) {
      for (const member of part.members) {
        const before = members.get(member.key.value);
        members.set(member.key.value, before === undefined ? member : both(before, member));
      }
    }
  }
  return { ...schema, members: [...members.values()] };
}

/** Properties and what is required of them add up; of anything else, what stands nearer stays. */
function both(near: JsonMember, far: JsonMember): JsonMember {
  const [one, other] = [near.value, far.value];
  if (near.key.value === "properties" && one.kind === "object" && other.kind === "object") {
    const names = new Set(one.members.map(({ key }) => key.value));
    const more = other.members.filter(({ key }) => !names.has(key.value));
    const far = new Map(other.members.map(({ key, value }) => [key.value, value]));
    const members = one.members.map((member) => withBoth(member, far.get(member.key.value)));
    return { ...near, value: { ...one, members: [...members, ...more] } };
  }
  if (near.key.value === "required" && one.kind === "array" && other.kind === "array") {
    return { ...near, value: { ...one, items: [...one.items, ...other.items] } };
  }
  return near;
}

/** A property that two parts describe is what both say of it. */
function withBoth(near: JsonMember, far: JsonNode | undefined): JsonMember {
  if (near.value.kind !== "object" || far?.kind !== "object" || far.members.length === 0) return near;
  const { start, end } = far;
  const key = { kind: "string", start, end, value: "allOf" } as const;
  const member: JsonMember = { ...near, key, value: { kind: "array", start, end, items: [far] } };
  return { ...near, value: { ...near.value, members: [...near.value.members, member] } };
}

type Parts = (value: JsonNode, resolving: Resolving) => readonly JsonObject[];

const COMBINING: ReadonlyMap<string, Parts> = new Map<string, Parts>([
  ["$ref", referred],
  ["allOf", (value, resolving) => schemasOf(value).map((part) => resolved(part, resolving))],
  ["anyOf", alternatives],
  ["oneOf", alternatives],
]);

function schemasOf(value: JsonNode): readonly JsonObject[] {
  return value.kind === "array" ? value.items.filter((item) => item.kind === "object") : [];
}

function referred(value: JsonNode, resolving: Resolving): readonly JsonObject[] {
  const reference = value.kind === "string" ? value.value : "";
  if (!reference.startsWith("#/")) {
    resolving.notes.push(
      `It refers to another document ("${reference.slice(0, 100)}"), which is never loaded.`,
    );
    return [];
  }
  const target = nodeAt(resolving.root, fromPointer(decoded(reference.slice(1))));
  if (target?.kind === "object") return [resolved(target, resolving)];
  resolving.notes.push(`It refers to "${reference.slice(0, 100)}", which is not there.`);
  return [];
}

function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}

function alternatives(value: JsonNode, resolving: Resolving): readonly JsonObject[] {
  const parts = schemasOf(value)
    .map((part) => resolved(part, resolving))
    .filter((part) => listOf(part, "type")?.every(isNullWord) !== true);
  const [, ...others] = parts;
  if (others.length === 0) return parts;
  resolving.notes.push("It has alternatives; of these the types and allowed values were taken.");
  const types = parts.flatMap((part) => listOf(part, "type") ?? []);
  const values = parts.map((part) => listOf(part, "const") ?? listOf(part, "enum"));
  const allowed = values.every((list) => list !== null) ? values.flat() : [];
  return [listMember(value, "type", types), listMember(value, "enum", allowed)].filter(
    ({ members }) => members.length > 0,
  );
}

function isNullWord(word: JsonNode): boolean {
  return word.kind === "string" && word.value === "null";
}

function listOf(schema: JsonObject, name: string): readonly JsonNode[] | null {
  const value = schema.members.findLast(({ key }) => key.value === name)?.value;
  if (value === undefined) return null;
  return value.kind === "array" ? value.items : [value];
}

/** A schema with a list as its one member; without it where the list is empty. */
function listMember({ start, end }: JsonNode, name: string, items: readonly JsonNode[]): JsonObject {
  const key = { kind: "string", start, end, value: name } as const;
  const members = items.length === 0 ? [] : [{ key, value: { kind: "array", start, end, items } as const }];
  return { kind: "object", start, end, members };
}
