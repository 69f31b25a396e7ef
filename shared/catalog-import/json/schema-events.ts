import { SCHEMA_EXTENSION } from "../../catalog/schema-extension.ts";
import { lastMember, nodeAt } from "../../json/path.ts";
import type { JsonMember, JsonNode, JsonObject } from "../../json/types.ts";
import type { Report } from "../report.ts";
import { resolveSchema } from "./schema-resolve.ts";

/** An event that a schema describes: the schema of it as a whole, and that of its parameters. */
export type EventSchema = {
  readonly schema: JsonObject;
  readonly context: JsonObject;
  /** The name of the definition that it is, or is referred to by; null where it has none. */
  readonly name: string | null;
  /** What could not be followed on the way to its parameters. */
  readonly notes: readonly string[];
};

/** More are not looked at: a page of references can name a million. */
const MOST_ALTERNATIVES = 5_000;
const MOST_PROPERTIES = 200_000;

/**
 * The events of a schema: the one that it describes itself, else each of its alternatives that describes one, else its
 * definitions that do. A body counts for its `context`; of definitions that are bodies and parts of them, the bodies count.
 */
export function findEventSchemas(document: JsonObject, report: Report): readonly EventSchema[] {
  const branches = alternativesOf(document, document, report);
  if (branches.length > 0) return branches;
  const { schema, notes } = resolveSchema(document, document);
  const own = eventOf(schema, null, document, notes);
  if (own !== null && hasProperties(own.context)) return [own];
  const definitions = objectAt(document, ["$defs"]) ?? objectAt(document, ["definitions"]);
  const members = definitions?.members ?? [];
  // Ours say what they are; others may be parts of anything.
  const areEvents = members.some(
    ({ value }) => value.kind === "object" && lastMember(value, SCHEMA_EXTENSION),
  );
  if (own !== null && isBody(schema, document) && !areEvents) return [own];
  const all = members.flatMap(({ key, value }) =>
    value.kind === "object" ? definedEvents(value, key.value, document, report) : [],
  );
  const bodies = all.filter((event) => isBody(event.schema, document));
  return bodies.length > 0 ? bodies : all;
}

function definedEvents(value: JsonObject, name: string, root: JsonObject, report: Report): EventSchema[] {
  const branches = alternativesOf(value, root, report);
  if (branches.length > 0) return branches;
  const { schema, notes } = resolveSchema(value, root);
  const event = eventOf(schema, name, root, notes);
  return event === null ? [] : [event];
}

/**
 * Alternatives that are events of their own, each with what stands beside them. Those that only say which of two fields must
 * be there, as a customer or a visitor, are none.
 */
function alternativesOf(schema: JsonObject, root: JsonObject, report: Report, depth = 0): EventSchema[] {
  const lists = ["oneOf", "anyOf"].flatMap((word) => lastMember(schema, word)?.value ?? []);
  const branches = lists.flatMap((list) => (list.kind === "array" ? list.items : []));
  if (branches.length === 0 || depth > 5) return [];
  const base = baseOf(schema);
  const isAlone = !hasProperties(resolveSchema(base, root).schema);
  const found: { readonly branch: JsonNode; readonly events: readonly EventSchema[] }[] = [];
  let room = MOST_PROPERTIES;
  for (const branch of branches.slice(0, MOST_ALTERNATIVES)) {
    const isRead = branch.kind === "object" && room > 0;
    const events = isRead ? branchEvents(branch, base, isAlone, root, report, depth) : [];
    found.push({ branch, events });
    for (const event of events) room -= 1 + sizeOf(event);
  }
  // Beside bodies, what is none is a part of one.
  const hasBodies = found.some(({ events }) => events.some((event) => isBody(event.schema, root)));
  const isTaken = (event: EventSchema): boolean => !hasBodies || isBody(event.schema, root);
  const events = found.flatMap((one) => one.events.filter(isTaken));
  if (events.length === 0) return [];
  if (room <= 0 || branches.length > MOST_ALTERNATIVES) report.say("error", schema.start, TOO_MANY);
  for (const one of found) {
    if (room > 0 && !one.events.some(isTaken)) report.say("warning", one.branch.start, NO_EVENT);
  }
  return events;
}

const NO_EVENT = "This alternative describes no event; it was left out.";
const TOO_MANY = "There are more alternatives than can be read; the last were left out.";

function branchEvents(
  branch: JsonObject,
  base: JsonObject,
  isAlone: boolean,
  root: JsonObject,
  report: Report,
  depth: number,
): EventSchema[] {
  const target = targetOf(branch, root);
  const within = alternativesOf(target, root, report, depth + 1);
  if (within.length > 0) return within;
  const itself = resolveSchema(branch, root).schema;
  const isEvent = isBody(itself, root) || (isAlone && hasProperties(itself));
  if (!isEvent) return [];
  const { schema, notes } = resolveSchema(withBase(branch, base), root);
  const event = eventOf(schema, referredName(branch), root, notes);
  return event === null ? [] : [event];
}

/** What stands beside alternatives and holds for each of them. Names and descriptions are of the whole. */
function baseOf(schema: JsonObject): JsonObject {
  const words = new Set(["type", "properties", "required", "allOf", "$ref"]);
  return { ...schema, members: schema.members.filter(({ key }) => words.has(key.value)) };
}

function withBase(branch: JsonObject, base: JsonObject): JsonObject {
  if (base.members.length === 0) return branch;
  const { start, end } = base;
  const key = { kind: "string", start, end, value: "allOf" } as const;
  const member: JsonMember = { ...base.members[0], key, value: { kind: "array", start, end, items: [base] } };
  return { ...branch, members: [...branch.members, member] };
}

function targetOf(branch: JsonObject, root: JsonObject): JsonObject {
  const name = referredPath(branch);
  const target = name === null ? undefined : nodeAt(root, name);
  return target?.kind === "object" ? target : branch;
}

function referredPath(schema: JsonObject): readonly string[] | null {
  const reference = lastMember(schema, "$ref")?.value;
  const match =
    reference?.kind === "string" ? /^#\/(\$defs|definitions)\/([^/]+)$/.exec(reference.value) : null;
  return match === null ? null : [match[1] ?? "", match[2] ?? ""];
}

function referredName(schema: JsonObject): string | null {
  return referredPath(schema)?.[1] ?? null;
}

/** null for a schema that is no object, and for a body whose parameters are not known. */
function eventOf(
  schema: JsonObject,
  name: string | null,
  root: JsonObject,
  notes: readonly string[],
): EventSchema | null {
  const stated = nodeAt(schema, ["properties", "context"]);
  if (!isBody(schema, root)) {
    const isObject = hasProperties(schema) || wordAt(schema, "type") === "object";
    return isObject ? { schema, context: schema, name, notes } : null;
  }
  if (stated?.kind !== "object") {
    // A body of an event that is named and has no parameters.
    return stated === undefined && isNamed(schema, root) ? { schema, context: NOTHING, name, notes } : null;
  }
  const context = resolveSchema(stated, root);
  if (!hasProperties(context.schema) && !isNamed(schema, root)) return null;
  return { schema, context: context.schema, name, notes: [...notes, ...context.notes] };
}

const NOTHING: JsonObject = { kind: "object", start: 0, end: 0, members: [] };

/** The schema of a whole body, of either API. */
function isBody(schema: JsonObject, root: JsonObject): boolean {
  const has = (name: string): boolean => nodeAt(schema, ["properties", name]) !== undefined;
  return (has("event") || has("eid")) && (has("context") || isNamed(schema, root));
}

function isNamed(schema: JsonObject, root: JsonObject): boolean {
  return ["event", "eid"].some((name) => constAt(schema, name, root) !== undefined);
}

/** The one value that a property may have, wherever that is said. */
export function constAt(schema: JsonObject, property: string, root: JsonObject): JsonNode | undefined {
  const stated = objectAt(schema, ["properties", property]);
  if (stated === null) return undefined;
  const { schema: own } = resolveSchema(stated, root);
  const list = lastMember(own, "enum")?.value;
  return (
    lastMember(own, "const")?.value ??
    (list?.kind === "array" && list.items.length === 1 ? list.items[0] : undefined)
  );
}

function sizeOf({ context }: EventSchema): number {
  return objectAt(context, ["properties"])?.members.length ?? 0;
}

export function objectAt(root: JsonObject, path: readonly string[]): JsonObject | null {
  const node = nodeAt(root, path);
  return node?.kind === "object" ? node : null;
}

function hasProperties(schema: JsonObject): boolean {
  return objectAt(schema, ["properties"]) !== null;
}

function wordAt(schema: JsonObject, name: string): string | null {
  const value = lastMember(schema, name)?.value;
  return value?.kind === "string" ? value.value : null;
}
