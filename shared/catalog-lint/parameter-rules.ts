import { numberText } from "../catalog/number-texts.ts";
import type { Parameter } from "../domain/catalog.ts";
import { SYSTEM_PARAMETERS } from "../validation/system-parameters.ts";
import { named } from "../validation/words.ts";
import { findingAt, pathOf, placeOf, type PlacedParameter } from "./collector.ts";
import type { CatalogFinding } from "./types.ts";
import { checkEnum, checkExample } from "./value-rules.ts";

/** What can be said of a parameter without any other. */
export function* checkParameter(placed: PlacedParameter): Generator<CatalogFinding> {
  const { parameter } = placed;
  const system = SYSTEM_PARAMETERS.find(({ name }) => name === parameter.name);
  if (system !== undefined) yield systemFinding(placed, system);
  if (parameter.monetary === true && parameter.type !== "number") {
    const message = `${named(parameter.name)} is an amount of money and a ${parameter.type}; triggers can only compare numbers.`;
    yield findingAt("money.not-number", placeOf(placed, "type"), message);
  }
  yield* checkLimits(placed);
  if (parameter.enum !== undefined) yield* checkEnum(placed, parameter.enum);
  if (parameter.example !== undefined) yield* checkExample(placed, parameter.example);
}

function systemFinding(placed: PlacedParameter, system: Parameter): CatalogFinding {
  const { parameter } = placed;
  const place = placeOf(placed, "name");
  const path = pathOf(placeOf(placed));
  if (parameter.type !== system.type) {
    const message = `${named(parameter.name)} is one of the vendor's system parameters, a ${system.type}, and is configured as a ${parameter.type}.`;
    return findingAt("parameter.system", place, message, { severity: "error" });
  }
  const message = `${named(parameter.name)} is one of the vendor's system parameters, which every event may have without being configured.`;
  // One that says more than the name and the type was configured for a reason.
  const isBare = Object.keys(parameter).every((field) =>
    ["name", "type", "description", "example"].includes(field),
  );
  const fix = isBare
    ? { label: `Remove ${parameter.name}`, edits: [{ kind: "remove", path } as const] }
    : null;
  return findingAt("parameter.system", place, message, { fix });
}

function* checkLimits(placed: PlacedParameter): Generator<CatalogFinding> {
  const { type, minimum, maximum } = placed.parameter;
  if (type === "number" && minimum !== undefined && maximum !== undefined && minimum > maximum) {
    const message = `${named(placed.parameter.name)} is at least ${numberText(placed.parameter, "minimum")} and at most ${numberText(placed.parameter, "maximum")}, which no number is.`;
    yield findingAt("limits.impossible", placeOf(placed, "minimum"), message);
  }
  const fields =
    type === "string"
      ? (["minimum", "maximum"] as const)
      : type === "number"
        ? (["maxLength", "format"] as const)
        : (["maxLength", "format", "minimum", "maximum"] as const);
  for (const field of fields) {
    if (placed.parameter[field] === undefined) continue;
    const place = placeOf(placed, field);
    const fix = { label: `Remove ${field}`, edits: [{ kind: "remove", path: pathOf(place) } as const] };
    const message = `${named(placed.parameter.name)} is a ${type}, for which ${named(field)} has no effect.`;
    yield findingAt("limits.without-effect", place, message, { fix });
  }
}
