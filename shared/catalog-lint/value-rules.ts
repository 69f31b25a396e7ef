import { jsonTexts } from "../catalog/number-texts.ts";
import type { Parameter } from "../domain/catalog.ts";
import { parseJson } from "../json/parse.ts";
import { toValue } from "../json/value.ts";
import { checkValue } from "../validation/check-value.ts";
import { convertTo } from "../validation/convert.ts";
import { isSameNumber } from "../validation/numbers.ts";
import { named } from "../validation/words.ts";
import { findingAt, pathOf, placeOf, type PlacedParameter } from "./collector.ts";
import type { CatalogEdit, CatalogFinding, CatalogFix } from "./types.ts";

type Scalar = string | number | boolean;

/** Values are judged as their JSON text, in which numbers have all of their digits. */
type Problem = { readonly severity: "error" | "warning"; readonly message: string };

export function* checkEnum(placed: PlacedParameter, values: readonly Scalar[]): Generator<CatalogFinding> {
  const { parameter } = placed;
  if (values.length === 0) {
    const message = `${named(parameter.name)} has a list of allowed values with none in it, so nothing is allowed.`;
    yield findingAt("enum.empty", placeOf(placed, "enum"), message);
  }
  const { enum: _enum, required: _required, ...rules } = parameter;
  const texts = jsonTexts(parameter, "enum");
  const wasSeen = createSeen();
  for (const [index, value] of values.entries()) {
    const place = placeOf(placed, "enum", index);
    const shown = texts[index] ?? "";
    if (wasSeen(value, shown)) {
      const fix = removing(`Remove the second ${shown}`, placed, index);
      yield findingAt("enum.duplicate", place, `${named(parameter.name)} allows ${shown} twice.`, { fix });
    } else if (typeof value !== parameter.type) {
      const fix = convertedValue(placed, rules, values, texts, index);
      const message = `${named(parameter.name)} allows ${shown}, which is no ${parameter.type}.`;
      yield findingAt("enum.wrong-type", place, message, { fix });
    } else {
      const problem = problemOf(rules, value, shown);
      if (problem !== null) {
        const message = `${named(parameter.name)} allows ${shortened(shown)}, which breaks another of its rules. ${problem.message}`;
        yield findingAt("enum.invalid", place, message, { severity: problem.severity });
      }
    }
  }
}

/**
 * Says of each value whether it came before. Two numbers of twenty digits may be one value to JavaScript, and are two all the
 * same.
 */
function createSeen(): (value: Scalar, text: string) => boolean {
  const seen = new Map<Scalar, string[]>();
  return (value, text) => {
    const texts = seen.get(value);
    if (texts === undefined) seen.set(value, [text]);
    else if (typeof value !== "number" || texts.some((other) => isSameNumber(other, text))) return true;
    else texts.push(text);
    return false;
  };
}

export function* checkExample(placed: PlacedParameter, example: Scalar): Generator<CatalogFinding> {
  const { parameter } = placed;
  const text = jsonTexts(parameter, "example")[0] ?? "";
  const problem = problemOf(parameter, example, text);
  if (problem === null) return;
  const place = placeOf(placed, "example");
  const right = converted(parameter, text);
  const fix: CatalogFix | null =
    right === null || problemOf(parameter, right.value, right.text) !== null
      ? null
      : { label: `Make it ${right.text}`, edits: [setting(placed, right, "example")] };
  const message = `The example of ${named(parameter.name)} breaks its rules. ${problem.message}`;
  yield findingAt("example.invalid", place, message, { fix });
}

/** The first error, else the first warning, that the value would be in an event; null where there is none. */
function problemOf(parameter: Parameter, value: Scalar, text: string): Problem | null {
  if (isPlain(parameter, value)) return null;
  const findings = checkValue(parameter, text);
  for (const severity of ["error", "warning"] as const) {
    const found = findings.find((finding) => finding.severity === severity);
    if (found !== undefined) return { severity, message: found.message };
  }
  return null;
}

/** Most values of large catalogs; looking twice at each of them would be felt in typing. */
function isPlain(
  { type, format, enum: allowed, maxLength, minimum, maximum }: Parameter,
  value: Scalar,
): boolean {
  if (typeof value !== type || allowed !== undefined || format !== undefined) return false;
  if (typeof value === "string") return value !== "" && value.length <= Math.min(maxLength ?? 255, 255);
  return typeof value === "boolean" || (minimum === undefined && maximum === undefined);
}

type Right = { readonly value: Scalar; readonly text: string };

/** The value in the parameter's type, where that is what was surely meant. */
function converted(parameter: Parameter, valueText: string): Right | null {
  const parsed = parseJson(valueText);
  const conversion = parsed.ok ? convertTo(parameter.type, parsed.root) : null;
  if (conversion === null) return null;
  const value = toValue(conversion.node) as Scalar;
  return typeof value === "number" && !Number.isFinite(value) ? null : { value, text: conversion.text };
}

/** The first of those that become the same value is converted and the others go; one that is there already stays. */
function convertedValue(
  placed: PlacedParameter,
  rules: Parameter,
  values: readonly Scalar[],
  texts: readonly string[],
  index: number,
): CatalogFix | null {
  const right = converted(rules, texts[index] ?? "");
  if (right === null || problemOf(rules, right.value, right.text) !== null) return null;
  const isThere = (other: number): boolean => isSameScalar(values[other], texts[other], right);
  const becomesRight = (other: number): boolean => {
    if (isThere(other)) return true;
    const become = typeof values[other] === rules.type ? null : converted(rules, texts[other] ?? "");
    return become !== null && isSameScalar(become.value, become.text, right);
  };
  const same = [...values.keys()].filter(becomesRight);
  if (same.some(isThere) || same[0] !== index) return removing(`Remove ${texts[index]}`, placed, index);
  return {
    label: `Make it ${right.text}`,
    edits: [
      setting(placed, right, "enum", index),
      ...same
        .slice(1)
        .map((other): CatalogEdit => ({ kind: "remove", path: pathOf(placeOf(placed, "enum", other)) })),
    ],
  };
}

function isSameScalar(value: Scalar | undefined, text: string | undefined, right: Right): boolean {
  return value === right.value && (typeof value !== "number" || isSameNumber(text ?? "", right.text));
}

function setting(placed: PlacedParameter, right: Right, ...field: (string | number)[]): CatalogEdit {
  const digits = typeof right.value === "number" ? { digits: right.text } : {};
  return { kind: "set", path: pathOf(placeOf(placed, ...field)), value: right.value, ...digits };
}

function removing(label: string, placed: PlacedParameter, index: number): CatalogFix {
  return { label, edits: [{ kind: "remove", path: pathOf(placeOf(placed, "enum", index)) }] };
}

/** A text of hundreds of characters says no more than its beginning. */
function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).toWellFormed()}..."`;
}
