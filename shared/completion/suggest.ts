import { jsonTexts, plainTexts } from "../catalog/number-texts.ts";
import type { Parameter } from "../domain/catalog.ts";
import type { Api } from "../domain/tenant.ts";
import { quoteJson } from "../json/value.ts";
import type { Caret } from "./caret.ts";
import { envelopeFields, type EnvelopeField } from "./envelope-fields.ts";
import {
  fieldAt,
  isContext,
  parameterAt,
  parametersOf,
  placeholderNames,
  TYPE_NAMES,
  type Vocabulary,
} from "./words.ts";

/** Something that could stand at the caret. */
export type Suggestion = {
  /** What is shown, and what the characters typed so far are compared with. */
  readonly label: string;
  readonly kind: "field" | "parameter" | "event" | "value" | "placeholder";
  /** What is written: JSON for a value, the name for a name, what stands between the braces for a placeholder. */
  readonly written: string;
  /** In a few words: the type of a parameter, the title of an event. */
  readonly detail: string;
  readonly description: string;
  /** Of a name: the value to write with it, and where in it the caret goes; null for none. */
  readonly value: { readonly text: string; readonly caret: number } | null;
};

/** Everything that could stand at the caret, the likeliest first, whatever has been typed of it. */
export function suggestionsAt(caret: Caret, words: Vocabulary): readonly Suggestion[] {
  if (caret.placeholder !== null) return placeholderNames(words).map(placeholderSuggestion);
  return caret.role === "name" ? nameSuggestions(caret, words) : valueSuggestions(caret, words);
}

function nameSuggestions({ path, names }: Caret, words: Vocabulary): readonly Suggestion[] {
  if (path.length === 0) {
    return envelopeFields(words.api)
      .filter(({ name }) => !names.has(name))
      .map(fieldSuggestion);
  }
  if (!isContext(path)) return [];
  const missing = parametersOf(words).filter(({ name }) => !names.has(name));
  return [
    ...missing.filter(({ required }) => required === true),
    ...missing.filter(({ required }) => required !== true),
  ].map(parameterSuggestion);
}

function fieldSuggestion({ name, type, isRequired, description }: EnvelopeField): Suggestion {
  const text = { string: '""', object: "{}", number: "", boolean: "" }[type];
  const detail = isRequired ? `${TYPE_NAMES[type]}, required` : TYPE_NAMES[type];
  const value = { text, caret: text === "" ? 0 : 1 };
  return { label: name, kind: "field", written: quoteJson(name), detail, description, value };
}

function parameterSuggestion(parameter: Parameter): Suggestion {
  const hasQuotes = parameter.type === "string" && (parameter.enum ?? []).length === 0;
  return {
    label: parameter.name,
    kind: "parameter",
    written: quoteJson(parameter.name),
    detail: parameterDetail(parameter),
    description: parameter.description ?? "",
    value: hasQuotes ? { text: '""', caret: 1 } : { text: "", caret: 0 },
  };
}

/** A parameter's type and whether the event needs it. */
export function parameterDetail({ type, required }: Parameter): string {
  return required === true ? `${TYPE_NAMES[type]}, required` : TYPE_NAMES[type];
}

function valueSuggestions({ path }: Caret, words: Vocabulary): readonly Suggestion[] {
  const parameter = parameterAt(path, words);
  if (parameter !== null) return parameterValues(parameter);
  const field = fieldAt(path, words);
  return field === null ? [] : FIELD_VALUES[words.api](field.name, words);
}

function parameterValues(parameter: Parameter): readonly Suggestion[] {
  const { type, format } = parameter;
  const allowed = writtenSuggestions(parameter, "enum", "allowed value");
  if (allowed.length > 0) return allowed;
  if (type === "boolean") return [true, false].map((value) => valueSuggestion(value, ""));
  return [
    ...writtenSuggestions(parameter, "example", "example"),
    ...(format === "date-time" ? timestampValues() : []),
  ];
}

const FIELD_VALUES: Readonly<Record<Api, (field: string, words: Vocabulary) => readonly Suggestion[]>> = {
  optievent(field, words) {
    if (field === "event") return eventValues(words, ({ key }) => key);
    if (field === "timestamp") return timestampValues();
    if (field !== "tenant" || words.tenantNumber === null) return [];
    return [valueSuggestion(words.tenantNumber, "this tenant")];
  },
  realtime(field, words) {
    if (field === "eid") return eventValues(words, ({ id }) => id);
    return field === "tid" ? [valueSuggestion("{{secret:token}}", "this tenant's token")] : [];
  },
};

type CatalogEvents = NonNullable<Vocabulary["catalog"]>["events"];

function eventValues(
  { catalog, api }: Vocabulary,
  nameOf: (event: CatalogEvents[number]) => string | number | undefined,
): readonly Suggestion[] {
  return (catalog?.events ?? []).flatMap((event) => {
    const name = nameOf(event);
    if (name === undefined || (event.apis !== undefined && !event.apis.includes(api))) return [];
    const detail = api === "realtime" ? event.key : (event.title ?? "");
    const description = event.description ?? "";
    return [{ ...valueSuggestion(name, detail), kind: "event" as const, description }];
  });
}

function timestampValues(): readonly Suggestion[] {
  return ["{{$now}}", "{{$now:-2h}}", "{{$now:iso}}"].map((text) => valueSuggestion(text, ""));
}

function valueSuggestion(value: string | number | boolean, detail: string): Suggestion {
  const written = typeof value === "string" ? quoteJson(value) : String(value);
  return { label: String(value), kind: "value", written, detail, description: "", value: null };
}

/** Values of the catalog, numbers with the digits they have there. */
function writtenSuggestions(
  parameter: Parameter,
  field: "enum" | "example",
  detail: string,
): readonly Suggestion[] {
  const labels = plainTexts(parameter, field);
  return jsonTexts(parameter, field).map((written, index) => ({
    label: labels[index] ?? written,
    kind: "value",
    written,
    detail,
    description: "",
    value: null,
  }));
}

function placeholderSuggestion({ name, description }: { name: string; description: string }): Suggestion {
  return { label: name, kind: "placeholder", written: name, detail: "", description, value: null };
}
