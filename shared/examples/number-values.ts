import { integer } from "../compose/random-values.ts";
import { jsonTexts } from "../catalog/number-texts.ts";
import type { Parameter } from "../domain/catalog.ts";
import type { ValueSource } from "./example-value.ts";
import { hintedRange } from "./value-hints.ts";

const CENTS = 2;

/** Numbers that look real: about the catalog's example, else as large as the name promises, within its limits. */
export function* likelyNumbers(parameter: Parameter, { random }: ValueSource): Generator<string> {
  const { example, minimum, maximum, monetary, name } = parameter;
  const [hintedFrom, hintedTo, hintedDecimals] = hintedRange(name);
  const about = typeof example === "number" && example > 0 ? example : null;
  const decimals = monetary === true ? CENTS : about === null ? hintedDecimals : decimalsOf(about);
  const from = Math.max(minimum ?? -Infinity, about === null ? (minimum ?? hintedFrom) : about / 2);
  const to = Math.min(
    maximum ?? Infinity,
    about === null ? Math.max(hintedTo, from + hintedTo) : Math.max(about * 1.5, from),
  );
  yield between(random, from, to, decimals);
  yield between(random, from, to, CENTS);
  if (typeof example === "number") yield* jsonTexts(parameter, "example");
}

function decimalsOf(number: number): number {
  const fraction = /\.(\d+)$/.exec(String(number))?.[1] ?? "";
  return Math.min(fraction.length, 6);
}

/** With exactly that many digits after the point, zeros included, as amounts are written. */
function between(random: () => number, from: number, to: number, decimals: number): string {
  const scale = 10 ** decimals;
  const [lowest, highest] = [Math.ceil(from * scale), Math.floor(to * scale)];
  const isExact = Number.isSafeInteger(lowest) && Number.isSafeInteger(highest) && lowest <= highest;
  return isExact ? (integer(random, lowest, highest) / scale).toFixed(decimals) : JSON.stringify(from);
}

/** The least that is allowed; without a limit, nothing. */
export function smallestNumbers(parameter: Parameter): readonly string[] {
  const zero = parameter.maximum === undefined || parameter.maximum >= 0 ? ["0"] : [];
  return [...jsonTexts(parameter, "minimum"), ...zero, ...jsonTexts(parameter, "maximum")];
}

/** The most that is allowed; without a limit, more than usual. */
export function largestNumbers(parameter: Parameter): readonly string[] {
  return [...jsonTexts(parameter, "maximum"), "999999", ...jsonTexts(parameter, "minimum")];
}
