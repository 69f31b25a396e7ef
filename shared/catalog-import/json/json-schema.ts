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
import { readProperty } from "./schema-property.ts";
import { resolveSchema } from "./schema-resolve.ts";

/** Whether a document is a JSON Schema of an event, or of several under `$defs`. */
export function isJsonSchema(root: JsonNode): root is JsonObject {
  if (root.kind !== "object") return false;
  const says = textMember(root, "$schema");
  if (says !== null && /json-schema\.org|schema/i.test(says)) return true;
  const isObject = textMember(root, "type") === "object";
  return isObject && lastMember(root, "properties")?.value.kind === "object";
}

/** Reads the events of a schema. A schema of a whole body counts for its `context`. */
export function readJsonSchema(document: JsonObject, report: Report, fallbackName: string): Catalog {
  const { schema: root } = resolveSchema(document, document);
  const definitions = objectAt(root, ["$defs"]) ?? objectAt(root, ["definitions"]);
  const own = contextOf(root);
  const events =
    own !== null && hasProperties(own)
      ? [readEvent(own, root, root, fallbackName, false, report)]
      : (definitions?.members ?? []).flatMap(({ key, value }) => {
          const context = value.kind === "object" ? contextOf(value) : null;
          return context === null || value.kind !== "object"
            ? []
            : [readEvent(context, value, root, key.value, true, report)];
        });
  if (events.length === 0) report.say("error", root.start, "The schema describes no object with properties.");
  const extension = objectAt(root, [SCHEMA_EXTENSION]);
  const about = extension === null ? {} : objectValue(extension);
  const name = typeof about["name"] === "string" && about["name"] !== "" ? about["name"] : fallbackName;
  return { ...about, format: CATALOG_FORMAT, name, events };
}

function objectAt(root: JsonObject, path: readonly string[]): JsonObject | null {
  const node = nodeAt(root, path);
  return node?.kind === "object" ? node : null;
}

function hasProperties(schema: JsonObject): boolean {
  return objectAt(schema, ["properties"]) !== null;
}

/** The schema of the context: of a whole body that of its member, else the schema itself. */
function contextOf(schema: JsonObject): JsonObject | null {
  const context = objectAt(schema, ["properties", "context"]);
  const isBody = ["event", "eid"].some((name) => nodeAt(schema, ["properties", name]) !== undefined);
  if (isBody && context !== null) return hasProperties(context) ? context : null;
  return hasProperties(schema) || textMember(schema, "type") === "object" ? schema : null;
}

function readEvent(
  context: JsonObject,
  schema: JsonObject,
  root: JsonObject,
  fallback: string,
  isNamed: boolean,
  report: Report,
): CatalogEvent {
  const extension = objectAt(schema, [SCHEMA_EXTENSION]);
  const about = extension === null ? {} : objectValue(extension);
  const title = textMember(schema, "title");
  const stated = about["key"] ?? constOf(schema, "event") ?? (isNamed ? fallback : title);
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
  const fields: Record<string, unknown> = { ...about };
  if (title !== null && title !== key) fields["title"] ??= title;
  const description = lastMember(schema, "description")?.value;
  if (description?.kind === "string") fields["description"] ??= description.value;
  dropUnfit(fields, extension ?? schema, catalogEventSchema.shape, report, { event: key, parameter: null });
  return { ...fields, key, parameters: readParameters(context, root, key, report) };
}

function constOf(schema: JsonObject, property: string): string | null {
  const node =
    nodeAt(schema, ["properties", property, "const"]) ?? nodeAt(schema, ["properties", property, "enum", 0]);
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
