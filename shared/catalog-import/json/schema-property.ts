import { parameterSchema, type Parameter, type ParameterType } from "../../domain/catalog.ts";
import { SCHEMA_EXTENSION } from "../../catalog/schema-extension.ts";
import { lastMember } from "../../json/path.ts";
import type { JsonNode, JsonObject } from "../../json/types.ts";
import { quoted, type Report } from "../report.ts";
import { readFormat } from "../words.ts";
import { dropUnfit, objectValue } from "./mend.ts";
import { resolveSchema } from "./schema-resolve.ts";

/** Words of JSON Schema that have a field of their own, or none, in a parameter; others stay under their own name. */
const TAKEN = new Set([
  "type",
  "format",
  "examples",
  "example",
  "const",
  "title",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "pattern",
  SCHEMA_EXTENSION,
]);
const SIMPLE: Readonly<Record<string, ParameterType | undefined>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

/** What a property is read within: the event, and the document that references lead into. */
type Reading = { readonly event: string; readonly root: JsonObject; readonly report: Report };

/** A parameter from a property of an object's schema. null for a property that no parameter can be: an object, a list. */
export function readProperty(
  name: string,
  node: JsonNode,
  required: boolean,
  { event, root, report }: Reading,
): Parameter | null {
  const subject = { event, parameter: name };
  if (node.kind !== "object") {
    const isAny = node.kind === "boolean" && node.text === "true";
    if (!isAny) {
      report.say(
        "error",
        node.start,
        "This property is forbidden or has no schema; it was left out.",
        subject,
      );
      return null;
    }
    report.guess({ event, parameter: name, field: "type", reason: "The schema allows every type." });
    return { name, type: "string", required };
  }
  const { schema, notes } = resolveSchema(node, root);
  for (const note of notes) report.say("warning", node.start, note, subject);
  return describedParameter(schema, required, subject, report);
}

function describedParameter(
  node: JsonObject,
  required: boolean,
  subject: { readonly event: string; readonly parameter: string },
  report: Report,
): Parameter | null {
  const { event, parameter: name } = subject;
  const type = typeOf(node, event, name, report);
  if (type === null) return null;
  const values = objectValue(node);
  const own = Object.entries(values).filter(([word]) => !TAKEN.has(word));
  const extension = lastMember(node, SCHEMA_EXTENSION)?.value;
  const about = extension?.kind === "object" ? objectValue(extension) : {};
  const fields: Record<string, unknown> = { ...Object.fromEntries(own), ...about };
  const format = typeof values["format"] === "string" ? readFormat(values["format"]) : null;
  if (format !== null) fields["format"] = format;
  else if (values["format"] !== undefined) fields["schemaFormat"] = values["format"];
  const examples = Array.isArray(values["examples"])
    ? values["examples"]
    : [values["example"] ?? values["default"]];
  // Our own schemas say with them what a parameter says by being required, or by its format.
  const { minLength, pattern } = values;
  if (minLength !== undefined && minLength !== 1) fields["minLength"] = minLength;
  if (pattern !== undefined && about["format"] === undefined) fields["pattern"] = pattern;
  if (isScalar(examples[0])) fields["example"] = examples[0];
  if (isScalar(values["const"])) fields["enum"] = [values["const"]];
  for (const [from, to] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof values[from] !== "number") continue;
    fields[to] ??= values[from];
    const place = lastMember(node, from)?.value.start ?? node.start;
    report.say("info", place, `The value of ${from} itself is allowed in the catalog, as ${to}.`, subject);
  }
  if (typeof values["title"] === "string") {
    if (fields["description"] === undefined) fields["description"] = values["title"];
    else fields["title"] = values["title"];
  }
  dropUnfit(fields, node, parameterSchema.shape, report, subject);
  return { ...fields, name, type, required };
}

function typeOf(node: JsonObject, event: string, name: string, report: Report): ParameterType | null {
  const subject = { event, parameter: name };
  const stated = lastMember(node, "type")?.value;
  const words = stated?.kind === "array" ? stated.items : stated === undefined ? [] : [stated];
  const types = words.flatMap((word) =>
    word.kind === "string" && word.value !== "null" ? [word.value] : [],
  );
  const known = types.flatMap((word) => (Object.hasOwn(SIMPLE, word) ? (SIMPLE[word] ?? []) : []));
  const place = stated?.start ?? node.start;
  if (types.length > 0 && known.length === 0) {
    report.say(
      "error",
      place,
      `${quoted(types.join(", "))} is no type of the API: values are strings, numbers and booleans. It was left out.`,
      subject,
    );
    return null;
  }
  const [first = valueType(node)] = known;
  if (known.length === 0) {
    report.guess({ event, parameter: name, field: "type", reason: "The schema states no type." });
  } else if (new Set(known).size > 1) {
    report.guess({
      event,
      parameter: name,
      field: "type",
      reason: `The schema allows ${known.join(" and ")}.`,
    });
    report.say("warning", place, `The schema allows ${known.join(" and ")}; ${first} was taken.`, subject);
  } else if (types.includes("integer")) {
    report.say("info", place, "The catalog has one type for all numbers; integer became number.", subject);
  }
  return first;
}

/** Without a type, the type of the allowed values tells. */
function valueType(node: JsonObject): ParameterType {
  const allowed = lastMember(node, "enum")?.value;
  const value = allowed?.kind === "array" ? allowed.items[0] : lastMember(node, "const")?.value;
  return value?.kind === "number" || value?.kind === "boolean" ? value.kind : "string";
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
