import {
  catalogEventSchema,
  parameterSchema,
  type CatalogEvent,
  type Parameter,
  type ParameterType,
} from "../../domain/catalog.ts";
import { lastMember } from "../../json/path.ts";
import type { JsonNode, JsonObject } from "../../json/types.ts";
import { toWrittenValue } from "../../catalog/written.ts";
import { quoted, type Report } from "../report.ts";
import { readFormat, readType, readYesNo } from "../words.ts";

/** What a document's node is about, for messages. */
type Subject = { readonly event: string | null; readonly parameter: string | null };
type Values = Record<string, unknown>;

/** An event of our own format. What does not fit is mended where its meaning is certain, and else left out and told. */
export function readEventObject(node: JsonNode, report: Report): CatalogEvent | null {
  const key = node.kind === "object" ? textMember(node, "key") : null;
  if (node.kind !== "object" || key === null) {
    report.say("error", node.start, 'This is no event: an event is an object with a text "key".');
    return null;
  }
  const subject = { event: key, parameter: null };
  const values = objectValue(node);
  const { parameters: _read, ...fields } = values;
  dropUnfit(fields, node, catalogEventSchema.shape, report, subject);
  return { ...fields, key, parameters: readParameters(node, key, report) };
}

function readParameters(event: JsonObject, key: string, report: Report): Parameter[] {
  const list = lastMember(event, "parameters")?.value;
  if (list === undefined) return [];
  if (list.kind !== "array") {
    report.say("error", list.start, '"parameters" must be a list; it was left out.', { event: key });
    return [];
  }
  return list.items.flatMap((item) => readParameterObject(item, key, report) ?? []);
}

function readParameterObject(node: JsonNode, event: string, report: Report): Parameter | null {
  const name = node.kind === "object" ? textMember(node, "name") : null;
  if (node.kind !== "object" || name === null) {
    report.say("error", node.start, 'This is no parameter: a parameter is an object with a text "name".', {
      event,
    });
    return null;
  }
  const subject = { event, parameter: name };
  const values = objectValue(node);
  const type = mendedType(values, node, report, subject);
  if (typeof values["required"] === "string") {
    const required = readYesNo(values["required"]);
    if (required !== undefined) values["required"] = required;
  }
  if (typeof values["format"] === "string")
    values["format"] = readFormat(values["format"]) ?? values["format"];
  dropUnfit(values, node, parameterSchema.shape, report, subject);
  return { ...values, name, type };
}

function mendedType(values: Values, node: JsonObject, report: Report, subject: Subject): ParameterType {
  const { type } = values;
  const word = typeof type === "string" ? readType(type) : null;
  if (word !== null) {
    if (word.format !== undefined) values["format"] ??= word.format;
    if (type !== word.type)
      say(report, "info", node, "type", `${quoted(String(type))} was read as ${word.type}.`, subject);
    return word.type;
  }
  const example = typeof values["example"];
  const guessed = example === "number" || example === "boolean" ? example : "string";
  const stated = type === undefined ? "It has no type" : `${quoted(wordOf(type))} is no type`;
  say(report, "error", node, "type", `${stated}; it was taken for ${guessed}.`, subject);
  report.guess({
    event: subject.event ?? "",
    parameter: subject.parameter,
    field: "type",
    reason: guessed === "string" ? "The file does not say." : "Its example is one.",
  });
  return guessed;
}

type Shape = Readonly<Record<string, { safeParse(value: unknown): { readonly success: boolean } }>>;

/** Takes known fields out whose value the format does not allow. */
export function dropUnfit(
  values: Values,
  node: JsonObject,
  shape: Shape,
  report: Report,
  subject: Subject,
): void {
  for (const [field, schema] of Object.entries(shape)) {
    if (!Object.hasOwn(values, field) || field === "type" || schema.safeParse(values[field]).success)
      continue;
    const member = lastMember(node, field)?.value;
    // As it is written: the digits of a large number are not those of the value.
    const shown = quoted(member?.kind === "number" ? member.text : wordOf(values[field]));
    say(report, "error", node, field, `"${field}" cannot be ${shown}; it was left out.`, subject);
    delete values[field];
  }
}

function say(
  report: Report,
  severity: "error" | "info",
  node: JsonObject,
  field: string,
  message: string,
  subject: Subject,
): void {
  const place = lastMember(node, field)?.value.start ?? node.start;
  report.say(severity, place, message, subject);
}

export function objectValue(node: JsonObject): Values {
  return toWrittenValue(node) as Values;
}

export function textMember(object: JsonObject, name: string): string | null {
  const value = lastMember(object, name)?.value;
  return value?.kind === "string" && value.value !== "" ? value.value : null;
}

/** A value as a message quotes it. */
export function wordOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
