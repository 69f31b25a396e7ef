import { numberTexts, withNumber } from "../catalog/written.ts";
import { SCHEMA_EXTENSION } from "../catalog/schema-extension.ts";
import type { CatalogEvent, Parameter } from "../domain/catalog.ts";
import { SYSTEM_PARAMETERS } from "../validation/system-parameters.ts";

/** A JSON Schema as a value, in the order it is to be written. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** A date and time with seconds and a zone, in the ways the vendor's sources write one. */
const DATE_TIME =
  "^\\d{4}-\\d{2}-\\d{2}(?:[Tt]|\\s+)\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?\\s*(?:[Uu][Tt][Cc]|[Gg][Mm][Tt]|[Zz]|[+-]\\d{2}:?\\d{2})$";

/**
 * The schema of an event's `context`. Parameters that are not configured are refused, because the vendor drops them; those
 * that every event may carry are not. A required text must not be empty (1040).
 */
export function eventSchema(event: CatalogEvent): JsonSchema {
  const own = event.parameters.map((parameter) => [parameter.name, parameterSchemaOf(parameter)] as const);
  const names = new Set(event.parameters.map(({ name }) => name));
  const system = SYSTEM_PARAMETERS.filter(({ name }) => !names.has(name));
  const required = [
    ...new Set(event.parameters.filter(({ required }) => required === true).map(({ name }) => name)),
  ];
  const { key, id, apis, group } = event;
  return {
    title: event.title ?? key,
    ...(event.description === undefined ? {} : { description: event.description }),
    type: "object",
    properties: Object.fromEntries([...own, ...system.map(({ name, type }) => [name, { type }] as const)]),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
    [SCHEMA_EXTENSION]: withoutUndefined({ key, id, group, apis }),
  };
}

function parameterSchemaOf(parameter: Parameter): JsonSchema {
  const {
    type,
    format,
    enum: values,
    maxLength,
    minimum,
    maximum,
    monetary,
    description,
    example,
  } = parameter;
  const isText = type === "string";
  const schema = withoutUndefined({
    type,
    format: isText ? schemaFormat(format) : undefined,
    pattern: isText && format === "date-time" ? DATE_TIME : undefined,
    enum: values === undefined || values.length === 0 ? undefined : [...new Set(values)],
    minLength: isText && parameter.required === true ? 1 : undefined,
    maxLength: isText ? maxLength : undefined,
    minimum: type === "number" ? minimum : undefined,
    maximum: type === "number" ? maximum : undefined,
    description,
    examples: example === undefined ? undefined : [example],
  });
  const more = withoutUndefined({ monetary, format: format === "date-time" ? format : undefined });
  const whole = Object.keys(more).length === 0 ? schema : { ...schema, [SCHEMA_EXTENSION]: more };
  return DIGITS.reduce<Record<string, unknown>>((written, [from, to]) => {
    const texts = Object.hasOwn(schema, to) ? numberTexts(parameter, from) : null;
    return texts === null ? written : withNumber(written, to, texts);
  }, whole);
}

/** Fields of a parameter whose digits are kept, and what the schema calls them. */
const DIGITS = [
  ["enum", "enum"],
  ["minimum", "minimum"],
  ["maximum", "maximum"],
  ["example", "examples"],
] as const;

/** The vendor's way of writing a time is not that of JSON Schema, so that a pattern takes the place of its format. */
function schemaFormat(format: Parameter["format"]): string | undefined {
  if (format === "url") return "uri";
  return format === "email" ? format : undefined;
}

function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
