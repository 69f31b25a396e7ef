import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoCatalog } from "../demo/demo-catalog.ts";
import { catalogSchema } from "../domain/catalog.ts";
import { catalogFileSchema } from "./json-schema.ts";
import { anyCatalogDocument } from "./test-support/catalog-document.ts";

const accepts = new Ajv2020({ strict: true, strictTypes: false }).compile(catalogFileSchema());

/** Sets or takes out one member or item somewhere in a document. */
function mutated(value: unknown, steps: readonly number[], put: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== "object" || value === null) return put;
  const names = Object.keys(value);
  const name = names[step % (names.length + 1)];
  if (name === undefined) return put;
  const change = (inner: unknown) => mutated(inner, rest, put);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === name ? change(item) : item));
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, key === name ? change(inner) : inner] as const,
  );
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

const anyValue = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    "",
    "string",
    "email",
    "realtime",
    0,
    -1,
    1.5,
    2 ** 60,
    true,
    [],
    {},
    ["x", 1, null],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

describe("the published schema of catalog files", () => {
  it("accepts and refuses what the console does, by another validator's judgement", () => {
    const document = fc
      .tuple(anyCatalogDocument, fc.array(fc.nat({ max: 12 }), { maxLength: 6 }), anyValue, fc.boolean())
      .map(([text, steps, put, isDamaged]): unknown => {
        const value: unknown = JSON.parse(text);
        return isDamaged ? mutated(value, steps, put) : value;
      });
    const counts = { yes: 0, no: 0 };
    fc.assert(
      fc.property(document, (value) => {
        const isAccepted = catalogSchema.safeParse(value).success;
        counts[isAccepted ? "yes" : "no"] += 1;
        expect(accepts(value)).toBe(isAccepted);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(counts.yes, counts.no)).toBeGreaterThan(200);
  });

  it("accepts the demo catalog", () => {
    expect(accepts(demoCatalog)).toBe(true);
  });
});
