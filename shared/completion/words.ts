import { dynamicNames } from "../compose/dynamic-values.ts";
import type { Catalog, CatalogEvent, Parameter, ParameterType } from "../domain/catalog.ts";
import type { Api } from "../domain/tenant.ts";
import { CONTEXT_FIELD } from "../form/fields.ts";
import type { JsonPath } from "../json/types.ts";
import { SYSTEM_PARAMETERS } from "../validation/system-parameters.ts";
import { envelopeFields, type EnvelopeField } from "./envelope-fields.ts";

/** What a draft may refer to. */
export type Vocabulary = {
  readonly api: Api;
  readonly catalog: Catalog | null;
  /** The event that the draft is of; null for one that the catalog does not have. */
  readonly event: CatalogEvent | null;
  readonly tenantNumber: number | null;
  readonly variables: Readonly<Record<string, string>>;
};

export const TYPE_NAMES: Readonly<Record<ParameterType | "object", string>> = {
  string: "String",
  number: "Number",
  boolean: "Boolean",
  object: "Object",
};

/** The parameters that the event may carry: its own, then those of every event. */
export function parametersOf({ event }: Vocabulary): readonly Parameter[] {
  const own = event?.parameters ?? [];
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...SYSTEM_PARAMETERS.filter(({ name }) => !names.has(name))];
}

/** Whether a path is that of the parameters' object. */
export function isContext(path: JsonPath): boolean {
  return path.length === 1 && path[0] === CONTEXT_FIELD;
}

export function parameterAt(path: JsonPath, words: Vocabulary): Parameter | null {
  const [, name] = path;
  if (path.length !== 2 || !isContext(path.slice(0, 1))) return null;
  return parametersOf(words).find((parameter) => parameter.name === name) ?? null;
}

export function fieldAt(path: JsonPath, { api }: Vocabulary): EnvelopeField | null {
  if (path.length !== 1) return null;
  return envelopeFields(api).find(({ name }) => name === path[0]) ?? null;
}

/** What can stand between the braces of a placeholder. */
export function placeholderNames({ variables }: Vocabulary): readonly PlaceholderName[] {
  return [
    ...NOW_FORMS,
    ...dynamicNames.filter(({ name }) => name !== "$now"),
    ...Object.entries(variables).map(([name, value]) => ({ name, description: `A variable: ${value}` })),
    { name: "secret:token", description: "The tenant's token, filled in where it is sent" },
  ];
}

export type PlaceholderName = { readonly name: string; readonly description: string };

const NOW_FORMS: readonly PlaceholderName[] = [
  { name: "$now", description: "The moment of sending: 2020-04-12 17:32:06.094 UTC" },
  { name: "$now:-2h", description: "Two hours before sending; units ms, s, m, h, d, w" },
  { name: "$now:micro", description: "The moment of sending: 2024-05-27 10:30:00.000000 UTC" },
  { name: "$now:iso", description: "The moment of sending: 2020-04-12T17:32:06.094Z" },
];
