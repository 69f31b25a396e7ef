import type { ParameterType } from "../domain/catalog.ts";

/** The types as the vendor's documents write them. */
export const TYPE_TITLES = {
  string: "String",
  number: "Number",
  boolean: "Boolean",
} as const satisfies Record<ParameterType, string>;
