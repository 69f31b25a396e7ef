import type { CatalogEvent, Parameter } from "../domain/catalog.ts";
import type { Api } from "../domain/tenant.ts";
import { listed } from "../text/counts.ts";
import { valueLine } from "./catalog-text.ts";
import { textsFor } from "./number-texts.ts";
import { WRITTEN, writtenOf } from "./written.ts";

/** What a field of an event or parameter says, in a few words that need no heading. */
export type ItemFact = { readonly field: string; readonly text: string };

const API_NAMES = { optievent: "OptiEvent", realtime: "Realtime" } as const satisfies Record<Api, string>;

type Item = Readonly<Record<string, unknown>>;
type Texts = readonly string[] | undefined;
/** `text` is the value on one line, in the digits it was written with. */
type Say = (value: unknown, text: string, texts: Texts) => string | null;

/** Allowed values that are named before the rest is counted. */
const MOST_VALUES = 6;
const LONGEST = 80;

const PARAMETER_FACTS: Readonly<Record<string, Say>> = {
  type: (_value, text) => text,
  required: (value) => (value === true ? "required" : "optional"),
  format: (_value, text) => text,
  enum: (value, _text, texts) =>
    Array.isArray(value) ? `one of ${listed(itemsOf(value, texts), MOST_VALUES)}` : null,
  maxLength: (_value, text) => `at most ${text} long`,
  minimum: (_value, text) => `at least ${text}`,
  maximum: (_value, text) => `at most ${text}`,
  monetary: (value) => (value === true ? "money" : "not money"),
  example: (_value, text) => `example ${text}`,
  description: (_value, text) => text,
};

const EVENT_FACTS: Readonly<Record<string, Say>> = {
  id: (_value, text) => `id ${text}`,
  title: (_value, text) => text,
  apis: (value) => (Array.isArray(value) ? value.map((api) => apiName(api)).join(", ") : null),
  group: (_value, text) => `in ${text}`,
  description: (_value, text) => text,
};

/** A parameter in words: `string`, `required`, `email`, `example a@b.c`. One that says nothing of being required is optional. */
export function parameterFacts(parameter: Parameter): readonly ItemFact[] {
  return factsOf({ ...parameter, required: parameter.required ?? false }, PARAMETER_FACTS, ["name"]);
}

/** An event in words, without its key and parameters: `id 1101`, `Newsletter signup`, `OptiEvent`. */
export function eventFacts(event: CatalogEvent): readonly ItemFact[] {
  return factsOf(event, EVENT_FACTS, ["key", "parameters"]);
}

/** The fields that are known in their order, then those that are not. */
function factsOf(item: Item, known: Readonly<Record<string, Say>>, except: readonly string[]): ItemFact[] {
  const others = Object.keys(item).filter(
    (field) => field !== WRITTEN && !except.includes(field) && !Object.hasOwn(known, field),
  );
  const numbers = new Map(writtenOf(item).numbers);
  return [...Object.keys(known), ...others].flatMap((field): ItemFact[] => {
    const value = item[field];
    if (value === undefined) return [];
    const said = shown(value, numbers.get(field));
    const text = Object.hasOwn(known, field)
      ? known[field]?.(value, said, numbers.get(field))
      : `${field} ${said}`;
    return text == null || text === "" ? [] : [{ field, text }];
  });
}

function itemsOf(values: readonly unknown[], texts: Texts): string[] {
  const digits = textsFor(values, texts);
  return values.map((value) => {
    const text = typeof value === "number" ? digits?.next(value) : undefined;
    return shown(value, text === undefined ? undefined : [text]);
  });
}

function shown(value: unknown, texts?: Texts): string {
  const text = typeof value === "string" ? value : valueLine(value, texts ?? null);
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return (line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}...`).toWellFormed();
}

function apiName(api: unknown): string {
  return typeof api === "string" && Object.hasOwn(API_NAMES, api) ? API_NAMES[api as Api] : shown(api);
}
