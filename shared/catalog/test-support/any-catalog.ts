import * as fc from "fast-check";
import { CATALOG_FORMAT, type Catalog, type CatalogEvent, type Parameter } from "../../domain/catalog.ts";

const scalar = fc.oneof(fc.string({ maxLength: 8 }), fc.integer(), fc.boolean());
/** Few names, so that two catalogs have some in common. */
const name = fc.constantFrom("a", "b", "B", "total_amount", "TotalAmount", "email", "__proto__", "x y", "ü`");
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

export const anyParameter: fc.Arbitrary<Parameter> = fc
  .record({
    name,
    type: fc.constantFrom("string", "number", "boolean"),
    required: optional(fc.boolean()),
    format: optional(fc.constantFrom("email", "url", "date-time")),
    enum: optional(fc.array(scalar, { maxLength: 3 })),
    maxLength: optional(fc.integer({ min: 1, max: 300 })),
    minimum: optional(fc.integer()),
    monetary: optional(fc.boolean()),
    description: optional(fc.constantFrom("The one", "The other")),
    example: optional(scalar),
    unknown: optional(fc.jsonValue({ maxDepth: 1 })),
  })
  .map(withoutUndefined<Parameter>);

export const anyEvent: fc.Arbitrary<CatalogEvent> = fc
  .record({
    key: name,
    id: optional(fc.integer({ min: 1098, max: 1103 })),
    title: optional(fc.string({ maxLength: 5 })),
    apis: optional(fc.subarray(["optievent", "realtime"] as const)),
    parameters: fc.array(anyParameter, { maxLength: 5 }),
  })
  .map(withoutUndefined<CatalogEvent>);

/** Any catalog that the file format allows, duplicates and awkward names included. */
export const anyCatalog: fc.Arbitrary<Catalog> = fc
  .record({
    format: fc.constant(CATALOG_FORMAT),
    name: fc.constantFrom("Shop", "Casino"),
    conventions: optional(fc.record({ currency: fc.constantFrom("EUR", "USD") })),
    owner: optional(fc.constantFrom("me", "you")),
    events: fc.array(anyEvent, { maxLength: 5 }),
  })
  .map(withoutUndefined<Catalog>);

function withoutUndefined<Value extends object>(value: { [Name in keyof Value]: unknown }): Value {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Value;
}
