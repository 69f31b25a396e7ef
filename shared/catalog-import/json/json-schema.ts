import {
  CATALOG_FORMAT,
  catalogEventSchema,
  type Catalog,
  type CatalogEvent,
  type Parameter,
} from "../../domain/catalog.ts";
import { SCHEMA_EXTENSION } from "../../catalog/schema-extension.ts";
import { lastMember, nodeAt } from "../../json/path.ts";
import type { JsonNode, JsonObject } from "../../json/types.ts";
import { SYSTEM_PARAMETERS } from "../../validation/system-parameters.ts";
import { quoted, type Report } from "../report.ts";
import { dropUnfit, objectValue, textMember } from "./mend.ts";
import { constAt, findEventSchemas, objectAt, type EventSchema } from "./schema-events.ts";
import { readProperty } from "./schema-property.ts";

/** Whether a document is a JSON Schema of an event, or of several, as alternatives or under `$defs`. */
export function isJsonSchema(root: JsonNode): root is JsonObject {
  if (root.kind !== "object") return false;
  const says = textMember(root, "$schema");
  if (says !== null && /json-schema\.org|schema/i.test(says)) return true;
  const isObject = textMember(root, "type") === "object";
  if (isObject && objectAt(root, ["properties"]) !== null) return true;
  if (["oneOf", "anyOf", "allOf"].some((word) => isListOfSchemas(lastMember(root, word)?.value))) return true;
  return (objectAt(root, ["$defs"])?.members ?? []).some(
    ({ value }) => value.kind === "object" && objectAt(value, ["properties"]) !== null,
  );
}

function isListOfSchemas(node: JsonNode | undefined): boolean {
  if (node?.kind !== "array" || node.items.length === 0) return false;
  return node.items.every(
    (item) =>
      item.kind === "object" &&
      ["properties", "$ref", "allOf", "oneOf", "anyOf"].some((word) => lastMember(item, word) !== undefined),
  );
}

/** Reads the events of a schema. A schema of a whole body counts for its `context`. */
export function readJsonSchema(document: JsonObject, report: Report, fallbackName: string): Catalog {
  const found = findEventSchemas(document, report);
  const events = new Map<string, CatalogEvent>();
  for (const [index, one] of found.entries()) {
    const fallback = found.length === 1 ? fallbackName : `${fallbackName}_${index + 1}`;
    const event = readEvent(one, document, fallback, report);
    const before = events.get(event.key);
    events.set(event.key, before === undefined ? event : alternatives(before, event, one.schema, report));
  }
  const extension = objectAt(document, [SCHEMA_EXTENSION]);
  const about = extension === null ? {} : objectValue(extension);
  const name = typeof about["name"] === "string" && about["name"] !== "" ? about["name"] : fallbackName;
  return { ...about, format: CATALOG_FORMAT, name, events: [...events.values()] };
}

/** One event that is described twice has the parameters of both; what only one requires is optional. */
function alternatives(
  one: CatalogEvent,
  other: CatalogEvent,
  place: JsonObject,
  report: Report,
): CatalogEvent {
  const message = "The event is described more than once; the parameters of all were taken.";
  report.say("warning", place.start, message, { event: one.key });
  const names = [one, other].map((event) => new Map(event.parameters.map((each) => [each.name, each])));
  const isAlways = (name: string): boolean => names.every((of) => of.get(name)?.required === true);
  const more = other.parameters.filter(({ name }) => names[0]?.has(name) === false);
  const optional = (each: Parameter): Parameter =>
    each.required === true && !isAlways(each.name) ? { ...each, required: false } : each;
  return { ...one, parameters: [...one.parameters, ...more].map(optional) };
}

function readEvent(
  { context, schema, name, notes }: EventSchema,
  root: JsonObject,
  fallback: string,
  report: Report,
): CatalogEvent {
  const extension = objectAt(schema, [SCHEMA_EXTENSION]);
  const about = extension === null ? {} : objectValue(extension);
  const title = textMember(schema, "title");
  const stated = about["key"] ?? constOf(schema, "event", root) ?? name ?? title;
  const key = typeof stated === "string" && stated !== "" ? stated : fallback;
  if (stated === null) {
    report.guess({
      event: key,
      parameter: null,
      field: "key",
      reason: "The schema has no title; the file's name was taken.",
    });
    report.say(
      "warning",
      schema.start,
      `The schema does not say which event it is of; it was named ${quoted(key)}.`,
      { event: key },
    );
  }
  for (const note of notes) report.say("warning", schema.start, note, { event: key });
  const fields: Record<string, unknown> = { ...about };
  const id = constAt(schema, "eid", root);
  if (id?.kind === "number" && /^\d{1,15}$/.test(id.text)) fields["id"] ??= Number(id.text);
  if (title !== null && title !== key) fields["title"] ??= title;
  const description = lastMember(schema, "description")?.value;
  if (description?.kind === "string") fields["description"] ??= description.value;
  dropUnfit(fields, extension ?? schema, catalogEventSchema.shape, report, { event: key, parameter: null });
  return { ...fields, key, parameters: readParameters(context, root, key, report) };
}

function constOf(schema: JsonObject, property: string, root: JsonObject): string | null {
  const node = constAt(schema, property, root) ?? nodeAt(schema, ["properties", property, "enum", 0]);
  return node?.kind === "string" ? node.value : null;
}

/** Our own schemas allow what every event may carry; a catalog does not list it. */
function isSystemParameter(name: string, node: JsonNode): boolean {
  const hasTypeAlone = node.kind === "object" && node.members.length === 1;
  return hasTypeAlone && SYSTEM_PARAMETERS.some((parameter) => parameter.name === name);
}

function readParameters(context: JsonObject, root: JsonObject, event: string, report: Report): Parameter[] {
  const list = lastMember(context, "required")?.value;
  const names = list?.kind === "array" ? list.items : [];
  const required = new Set(names.flatMap((item) => (item.kind === "string" ? [item.value] : [])));
  const members = objectAt(context, ["properties"])?.members ?? [];
  const found = new Map<string, Parameter>();
  for (const { key, value } of members) {
    if (key.value === "" || isSystemParameter(key.value, value)) continue;
    const parameter = readProperty(key.value, value, required.has(key.value), { event, root, report });
    if (parameter !== null) found.set(key.value, parameter);
    required.delete(key.value);
  }
  for (const name of required) {
    if (name === "") continue;
    report.guess({
      event,
      parameter: name,
      field: "type",
      reason: "The schema requires it and does not describe it.",
    });
    found.set(name, { name, type: "string", required: true });
  }
  return [...found.values()];
}
