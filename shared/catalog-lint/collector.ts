import type { CatalogEvent, Parameter } from "../domain/catalog.ts";
import type { Severity } from "../domain/finding.ts";
import { toPointer } from "../json/path.ts";
import type { JsonPath } from "../json/types.ts";
import { CATALOG_RULES, type CatalogRuleName } from "./rules.ts";
import type { CatalogFinding, CatalogFix } from "./types.ts";

/** Where a finding is: of an event by its place, of one of its parameters by its place, and the field. */
export type Place = {
  readonly event: CatalogEvent | null;
  readonly eventIndex: number | null;
  readonly parameterIndex: number | null;
  readonly field: JsonPath;
};

/** Makes a finding of a rule. `severity` only where it is not the rule's own. */
export function findingAt(
  rule: CatalogRuleName,
  place: Place,
  message: string,
  extras: { readonly severity?: Severity; readonly fix?: CatalogFix | null } = {},
): CatalogFinding {
  const { event, eventIndex, parameterIndex } = place;
  return {
    rule,
    severity: extras.severity ?? CATALOG_RULES[rule].severity,
    path: toPointer(pathOf(place)),
    eventIndex,
    parameterIndex,
    eventKey: event?.key ?? null,
    parameter: parameterIndex === null ? null : (event?.parameters[parameterIndex]?.name ?? null),
    message,
    fix: extras.fix ?? null,
  };
}

/** The path of a place from the root of the catalog. */
export function pathOf({ eventIndex, parameterIndex, field }: Place): JsonPath {
  if (eventIndex === null) return field;
  const event = ["events", eventIndex];
  return parameterIndex === null ? [...event, ...field] : [...event, "parameters", parameterIndex, ...field];
}

/** A parameter with its place. */
export type PlacedParameter = {
  readonly event: CatalogEvent;
  readonly eventIndex: number;
  readonly parameterIndex: number;
  readonly parameter: Parameter;
};

/** The place of a field of the parameter. */
export function placeOf(
  { event, eventIndex, parameterIndex }: PlacedParameter,
  ...field: readonly (string | number)[]
): Place {
  return { event, eventIndex, parameterIndex, field };
}
