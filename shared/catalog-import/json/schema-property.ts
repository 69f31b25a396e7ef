import { parameterSchema, type Parameter, type ParameterType } from "../../domain/catalog.ts";
import { SCHEMA_EXTENSION } from "../../catalog/schema-extension.ts";
import { lastMember } from "../../json/path.ts";
import { withScalars, type WrittenScalar } from "../../catalog/number-texts.ts";
import type { JsonArray, JsonNode, JsonObject } from "../../json/types.ts";
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
  // Our own schemas say with them what a parameter says by being required, or by its format.
  const { minLength, pattern } = values;
  if (minLength !== undefined && minLength !== 1) fields["minLength"] = minLength;
  if (pattern !== undefined && about["format"] === undefined) fields["pattern"] = pattern;
  delete fields["enum"];
  if (typeof values["title"] === "string") {
    if (fields["description"] === undefined) fields["description"] = values["title"];
    else fields["title"] = values["title"];
  }
  dropUnfit(fields, node, parameterSchema.shape, report, subject);
  const parameter: Parameter = { ...fields, name, type, required };
  return withValues(withLimits(parameter, node, subject, report), node, subject, report);
}

type Subject = { readonly event: string; readonly parameter: string };

/** A limit that is not itself allowed becomes one that is, which is the nearest that a catalog can say. */
function withLimits(parameter: Parameter, node: JsonObject, subject: Subject, report: Report): Parameter {
  let limited = parameter;
  for (const [from, to] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const stated = lastMember(node, from)?.value;
    const limit = stated?.kind === "number" ? scalarOf(stated) : null;
    if (limit === null) continue;
    if (limited[to] === undefined) limited = withScalars(limited, to, limit);
    const place = stated?.start ?? node.start;
    report.say("info", place, `The value of ${from} itself is allowed in the catalog, as ${to}.`, subject);
  }
  return limited;
}

/** The example and the allowed values, numbers with their digits. */
function withValues(parameter: Parameter, node: JsonObject, subject: Subject, report: Report): Parameter {
  const examples = lastMember(node, "examples")?.value;
  const stated =
    examples?.kind === "array"
      ? examples.items[0]
      : (lastMember(node, "example") ?? lastMember(node, "default"))?.value;
  const example = stated === undefined ? null : scalarOf(stated);
  const shown = example === null ? parameter : withScalars(parameter, "example", example);
  const only = lastMember(node, "const")?.value;
  const list = lastMember(node, "enum")?.value;
  const allowed = only === undefined ? list : ({ ...only, kind: "array", items: [only] } as const);
  if (allowed?.kind === "array") return withAllowed(shown, allowed, subject, report);
  if (allowed !== undefined)
    report.say("error", allowed.start, '"enum" is no list; it was left out.', subject);
  return shown;
}

/** What a list has besides values of the API is left out and told; that null is allowed means that it may be missing. */
function withAllowed(parameter: Parameter, list: JsonArray, subject: Subject, report: Report): Parameter {
  const hasNull = list.items.some(({ kind }) => kind === "null");
  const values = list.items.flatMap((item) => scalarOf(item) ?? []);
  const unfit = list.items.find((item) => item.kind !== "null" && scalarOf(item) === null);
  if (unfit !== undefined) {
    const message = "An allowed value that is no string, number or Boolean was left out.";
    report.say("error", unfit.start, message, subject);
  }
  if (hasNull) {
    const message = "null is allowed, which is no value of the API; the parameter is optional instead.";
    report.say("info", list.start, message, subject);
  }
  const may = hasNull ? { ...parameter, required: false } : parameter;
  return values.length === 0 && list.items.length > 0 ? may : withScalars(may, "enum", values);
}

/** null for what is no value of a parameter, and for a number that no catalog can hold. */
function scalarOf(node: JsonNode): WrittenScalar | null {
  if (node.kind === "string") return { value: node.value, digits: null };
  if (node.kind === "boolean") return { value: node.text === "true", digits: null };
  const isNumber = node.kind === "number" && Number.isFinite(Number(node.text));
  return isNumber ? { value: Number(node.text), digits: node.text } : null;
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
  const value =
    allowed?.kind === "array"
      ? allowed.items.find(({ kind }) => kind !== "null")
      : lastMember(node, "const")?.value;
  return value?.kind === "number" || value?.kind === "boolean" ? value.kind : "string";
}
