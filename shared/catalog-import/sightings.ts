import type { ParameterFormat } from "../domain/catalog.ts";
import type { JsonNode } from "../json/types.ts";
import { isDateTime, isEmail, isWebAddress } from "../validation/formats.ts";

export type SightingPlace = { readonly line: number; readonly column: number };
type Kind = JsonNode["kind"];

/** What the values of a parameter have in common so far. Kept in place of the values: there may be a million of them. */
export type Sightings = {
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
  /** Where a value of each kind stood first. */
  readonly places: Readonly<Partial<Record<Kind, SightingPlace>>>;
  /** The first value of each kind that can be an example. */
  readonly examples: Readonly<Partial<Record<Kind, JsonNode>>>;
  /** The formats that every text so far has; null while there is none. */
  readonly formats: readonly ParameterFormat[] | null;
};

export const NOTHING_SEEN: Sightings = { counts: {}, places: {}, examples: {}, formats: null };

/** Longer texts are no examples to type. */
const LONGEST_EXAMPLE = 255;

const FORMATS: readonly { readonly format: ParameterFormat; readonly fits: (text: string) => boolean }[] = [
  { format: "email", fits: isEmail },
  { format: "url", fits: isWebAddress },
  { format: "date-time", fits: isDateTime },
];

/** Adds one more value, which stands at `place`. */
export function addSighting(seen: Sightings, value: JsonNode, { line, column }: SightingPlace): Sightings {
  const { kind } = value;
  const isFirst = seen.places[kind] === undefined;
  const isFirstExample = seen.examples[kind] === undefined && isExample(value);
  return {
    counts: { ...seen.counts, [kind]: (seen.counts[kind] ?? 0) + 1 },
    places: isFirst ? { ...seen.places, [kind]: { line, column } } : seen.places,
    examples: isFirstExample ? { ...seen.examples, [kind]: value } : seen.examples,
    formats: value.kind === "string" && value.value !== "" ? formatsOf(seen, value.value) : seen.formats,
  };
}

function formatsOf({ formats }: Sightings, text: string): readonly ParameterFormat[] {
  if (formats?.length === 0) return formats;
  const fitting = FORMATS.filter(({ format, fits }) => formats?.includes(format) !== false && fits(text));
  return fitting.map(({ format }) => format);
}

function isExample(value: JsonNode): boolean {
  if (value.kind !== "string") return value.kind !== "number" || Number.isFinite(Number(value.text));
  return value.value !== "" && value.value.length <= LONGEST_EXAMPLE && !value.value.includes("{{");
}
