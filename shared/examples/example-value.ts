import { jsonTexts } from "../catalog/number-texts.ts";
import type { Random } from "../compose/random-values.ts";
import type { Parameter } from "../domain/catalog.ts";
import type { RuleProfile } from "../domain/tenant.ts";
import { assertNever } from "../result/result.ts";
import { isValidValue } from "../validation/check-value.ts";
import { largestNumbers, likelyNumbers, smallestNumbers } from "./number-values.ts";
import { likelyTexts, longestTexts, shortestTexts } from "./text-values.ts";
import type { ExampleMode } from "./types.ts";

/** What a value is made from. */
export type ValueSource = {
  readonly mode: ExampleMode;
  readonly random: Random;
  readonly now: Date;
  readonly profile: RuleProfile;
};

/** A value for a parameter as JSON text; null where nothing was found that breaks no rule that is an error. */
export function exampleValue(parameter: Parameter, source: ValueSource): string | null {
  for (const candidate of candidates(parameter, source)) {
    if (isValidValue(parameter, candidate, source.profile)) return candidate;
  }
  return null;
}

/** The best first. Whatever the mode, the shortest come last: where anything fits, one of them does. */
function* candidates(parameter: Parameter, source: ValueSource): Generator<string> {
  if (parameter.enum !== undefined) yield* allowedValues(parameter, source);
  else {
    yield* valuesOf(parameter, source);
    yield* valuesOf(parameter, { ...source, mode: "minimal" });
  }
}

function* valuesOf(parameter: Parameter, source: ValueSource): Generator<string> {
  const { type } = parameter;
  switch (type) {
    case "string":
      for (const text of textsOf(parameter, source)) yield JSON.stringify(text);
      return;
    case "number":
      for (const number of numbersOf(parameter, source)) yield number;
      return;
    case "boolean":
      yield String(source.mode === "plausible" ? source.random() < 0.5 : source.mode === "maximal");
      return;
    default:
      assertNever(type);
  }
}

function textsOf(parameter: Parameter, source: ValueSource): Iterable<string> {
  switch (source.mode) {
    case "plausible":
      return likelyTexts(parameter, source);
    case "minimal":
      return shortestTexts(parameter);
    case "maximal":
      return longestTexts(parameter, source);
    default:
      return assertNever(source.mode);
  }
}

function numbersOf(parameter: Parameter, source: ValueSource): Iterable<string> {
  switch (source.mode) {
    case "plausible":
      return likelyNumbers(parameter, source);
    case "minimal":
      return smallestNumbers(parameter);
    case "maximal":
      return largestNumbers(parameter);
    default:
      return assertNever(source.mode);
  }
}

function* allowedValues(parameter: Parameter, { mode, random }: ValueSource) {
  const texts = jsonTexts(parameter, "enum");
  if (mode === "plausible") {
    const start = Math.floor(random() * texts.length);
    yield* [...texts.slice(start), ...texts.slice(0, start)];
  } else {
    const rising = texts.toSorted((left, right) => left.length - right.length);
    yield* mode === "minimal" ? rising : rising.toReversed();
  }
}
