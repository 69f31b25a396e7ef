import type { Parameter } from "../domain/catalog.ts";
import { parseJson } from "../json/parse.ts";
import { checkValue } from "../validation/check-value.ts";
import { convertTo } from "../validation/convert.ts";
import { named } from "../validation/words.ts";
import { findingAt, pathOf, placeOf, type PlacedParameter } from "./collector.ts";
import type { CatalogEdit, CatalogFinding, CatalogFix } from "./types.ts";

type Scalar = string | number | boolean;

export function* checkEnum(placed: PlacedParameter, values: readonly Scalar[]): Generator<CatalogFinding> {
  const { parameter } = placed;
  if (values.length === 0) {
    const message = `${named(parameter.name)} has a list of allowed values with none in it, so nothing is allowed.`;
    yield findingAt("enum.empty", placeOf(placed, "enum"), message);
  }
  const { enum: _enum, required: _required, ...rules } = parameter;
  const seen = new Set<Scalar>();
  for (const [index, value] of values.entries()) {
    const place = placeOf(placed, "enum", index);
    const shown = JSON.stringify(value);
    if (seen.has(value)) {
      const fix = removing(`Remove the second ${shown}`, placed, index);
      yield findingAt("enum.duplicate", place, `${named(parameter.name)} allows ${shown} twice.`, { fix });
    } else if (typeof value !== parameter.type) {
      const fix = convertedValue(placed, rules, values, index);
      const message = `${named(parameter.name)} allows ${shown}, which is no ${parameter.type}.`;
      yield findingAt("enum.wrong-type", place, message, { fix });
    } else {
      const problem = problemOf(rules, value);
      const message = `${named(parameter.name)} allows ${shown}, which breaks another of its rules. ${problem}`;
      if (problem !== null) yield findingAt("enum.invalid", place, message);
    }
    seen.add(value);
  }
}

export function* checkExample(placed: PlacedParameter, example: Scalar): Generator<CatalogFinding> {
  const { parameter } = placed;
  const problem = problemOf(parameter, example);
  if (problem === null) return;
  const place = placeOf(placed, "example");
  const right = converted(parameter, example);
  const fix: CatalogFix | null =
    right === null || problemOf(parameter, right) !== null
      ? null
      : {
          label: `Make it ${JSON.stringify(right)}`,
          edits: [{ kind: "set", path: pathOf(place), value: right }],
        };
  const message = `The example of ${named(parameter.name)} breaks its rules. ${problem}`;
  yield findingAt("example.invalid", place, message, { fix });
}

/** The first error that the value would be in an event; null where there is none. */
function problemOf(parameter: Parameter, value: Scalar): string | null {
  if (isPlain(parameter, value)) return null;
  const findings = checkValue(parameter, JSON.stringify(value));
  return findings.find(({ severity }) => severity === "error")?.message ?? null;
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

/** The value in the parameter's type, where that is what was surely meant. */
function converted(parameter: Parameter, value: Scalar): Scalar | null {
  const parsed = parseJson(JSON.stringify(value));
  const conversion = parsed.ok ? convertTo(parameter.type, parsed.root) : null;
  return conversion === null ? null : (JSON.parse(conversion.text) as Scalar);
}

/** The first of those that become the same value is converted and the others go; one that is there already stays. */
function convertedValue(
  placed: PlacedParameter,
  rules: Parameter,
  values: readonly Scalar[],
  index: number,
): CatalogFix | null {
  const right = converted(rules, values[index] ?? "");
  if (right === null || problemOf(rules, right) !== null) return null;
  const same = [...values.keys()].filter((other) => sameOnceConverted(rules, values[other] ?? "", right));
  if (values.includes(right) || same[0] !== index) {
    return removing(`Remove ${JSON.stringify(values[index])}`, placed, index);
  }
  const path = pathOf(placeOf(placed, "enum", index));
  const others = same.slice(1).map((other) => pathOf(placeOf(placed, "enum", other)));
  return {
    label: `Make it ${JSON.stringify(right)}`,
    edits: [
      { kind: "set", path, value: right },
      ...others.map((other): CatalogEdit => ({ kind: "remove", path: other })),
    ],
  };
}

function sameOnceConverted(rules: Parameter, value: Scalar, right: Scalar): boolean {
  return value === right || (typeof value !== rules.type && converted(rules, value) === right);
}

function removing(label: string, placed: PlacedParameter, index: number): CatalogFix {
  return { label, edits: [{ kind: "remove", path: pathOf(placeOf(placed, "enum", index)) }] };
}
