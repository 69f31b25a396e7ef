import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCatalog } from "../catalog/test-support/any-catalog.ts";
import { demoCatalog } from "../demo/demo-catalog.ts";
import {
  CATALOG_FORMAT,
  catalogSchema,
  type Catalog,
  type CatalogEvent,
  type Parameter,
} from "../domain/catalog.ts";
import { fromPointer } from "../json/path.ts";
import { applyAllFixes, applyFix } from "./apply-fix.ts";
import { createCatalogLinter, lintCatalog } from "./lint.ts";
import { CATALOG_RULES, type CatalogRuleName } from "./rules.ts";
import type { CatalogFinding } from "./types.ts";

let nextId = 2000;
function event(key: string, parameters: Parameter[] = [], change: Partial<CatalogEvent> = {}): CatalogEvent {
  const described = parameters.map((parameter) => Object.assign({ description: "d" }, parameter));
  nextId += 1;
  return { key, id: nextId, description: "d", parameters: described, ...change };
}

const text = (name: string, change: Partial<Parameter> = {}): Parameter => ({
  name,
  type: "string",
  ...change,
});
const number = (name: string, change: Partial<Parameter> = {}): Parameter => ({
  name,
  type: "number",
  ...change,
});

function catalogOf(...events: CatalogEvent[]): Catalog {
  return { format: CATALOG_FORMAT, name: "Shop", conventions: { currency: "EUR" }, events };
}

const twin = event("twin", [text("a")]);
const many = Array.from({ length: 51 }, (_, index) => text(`p_${index}`));

/** Catalogs that break each rule, where, and what is there instead after the fix. */
const examples: Record<CatalogRuleName, readonly { catalog: Catalog; path: string; fixed?: unknown }[]> = {
  "name.spaces": [
    { catalog: catalogOf(event("Checkout Completed")), path: "/events/0/key", fixed: "checkout_completed" },
    {
      catalog: catalogOf(event("a", [text(" Total amount")])),
      path: "/events/0/parameters/0/name",
      fixed: "total_amount",
    },
  ],
  "name.capitals": [
    {
      catalog: catalogOf(event("a", [text("TotalAmount")])),
      path: "/events/0/parameters/0/name",
      fixed: "total_amount",
    },
    { catalog: catalogOf(event("A"), event("a")), path: "/events/0/key" },
  ],
  "name.double-underscore": [
    { catalog: catalogOf(event("sign__up_")), path: "/events/0/key", fixed: "sign_up" },
  ],
  "name.characters": [{ catalog: catalogOf(event("größe")), path: "/events/0/key" }],
  "event.differs-by-case": [{ catalog: catalogOf(event("login"), event("Login")), path: "/events/1/key" }],
  "parameter.differs-by-case": [
    { catalog: catalogOf(event("a", [text("email"), text("Email")])), path: "/events/0/parameters/1/name" },
  ],
  "parameter.case-across-events": [
    {
      catalog: catalogOf(
        event("a", [text("email")]),
        event("b", [text("email")]),
        event("c", [text("Email")]),
      ),
      path: "/events/2/parameters/0/name",
      fixed: "email",
    },
  ],
  "event.duplicate-key": [
    { catalog: catalogOf(event("a"), event("a")), path: "/events/1/key" },
    { catalog: catalogOf(twin, event("x"), twin), path: "/events/2/key", fixed: undefined },
  ],
  "event.duplicate-id": [
    { catalog: catalogOf(event("a", [], { id: 1101 }), event("b", [], { id: 1101 })), path: "/events/1/id" },
  ],
  "event.id-missing": [
    { catalog: catalogOf({ key: "a", description: "d", parameters: [] }), path: "/events/0/id" },
  ],
  "event.id-core": [{ catalog: catalogOf(event("a", [], { id: 1042 })), path: "/events/0/id" }],
  "event.id-range": [{ catalog: catalogOf(event("a", [], { id: 1100 })), path: "/events/0/id" }],
  "event.no-api": [
    { catalog: catalogOf(event("a", [], { apis: [] })), path: "/events/0/apis", fixed: undefined },
  ],
  "event.too-many-parameters": [{ catalog: catalogOf(event("a", many)), path: "/events/0/parameters" }],
  "event.no-description": [
    { catalog: catalogOf(event("a", [text("x", { description: " " })])), path: "/events/0/description" },
  ],
  "parameter.duplicate-name": [
    { catalog: catalogOf(event("a", [text("x"), number("x")])), path: "/events/0/parameters/1/name" },
    {
      catalog: catalogOf(event("a", [text("x"), text("x")])),
      path: "/events/0/parameters/1/name",
      fixed: undefined,
    },
  ],
  "parameter.system": [
    {
      catalog: catalogOf(event("a", [text("event_os")])),
      path: "/events/0/parameters/0/name",
      fixed: undefined,
    },
    { catalog: catalogOf(event("a", [number("event_os")])), path: "/events/0/parameters/0/name" },
  ],
  "parameter.type-differs": [
    {
      catalog: catalogOf(event("a", [number("x")]), event("b", [text("x")]), event("c", [number("x")])),
      path: "/events/1/parameters/0/type",
    },
  ],
  "money.no-currency": [
    {
      catalog: { ...catalogOf(event("a", [number("x", { monetary: true })])), conventions: {} },
      path: "/conventions/currency",
    },
  ],
  "money.not-number": [
    { catalog: catalogOf(event("a", [text("x", { monetary: true })])), path: "/events/0/parameters/0/type" },
  ],
  "enum.empty": [
    { catalog: catalogOf(event("a", [text("x", { enum: [] })])), path: "/events/0/parameters/0/enum" },
  ],
  "enum.duplicate": [
    {
      catalog: catalogOf(event("a", [text("x", { enum: ["u", "v", "u"] })])),
      path: "/events/0/parameters/0/enum/2",
      fixed: undefined,
    },
  ],
  "enum.wrong-type": [
    {
      catalog: catalogOf(event("a", [number("x", { enum: [1, "2"] })])),
      path: "/events/0/parameters/0/enum/1",
      fixed: 2,
    },
    {
      catalog: catalogOf(event("a", [number("x", { enum: ["2", 2] })])),
      path: "/events/0/parameters/0/enum/0",
      fixed: 2,
    },
    {
      catalog: catalogOf(event("a", [number("x", { enum: ["two"] })])),
      path: "/events/0/parameters/0/enum/0",
    },
  ],
  "enum.invalid": [
    {
      catalog: catalogOf(event("a", [text("x", { maxLength: 3, enum: ["four"] })])),
      path: "/events/0/parameters/0/enum/0",
    },
    {
      catalog: catalogOf(event("a", [text("x", { enum: ["x".repeat(4001)] })])),
      path: "/events/0/parameters/0/enum/0",
    },
  ],
  "example.invalid": [
    {
      catalog: catalogOf(event("a", [number("x", { example: "100.5" })])),
      path: "/events/0/parameters/0/example",
      fixed: 100.5,
    },
    {
      catalog: catalogOf(event("a", [text("x", { format: "email", example: "me" })])),
      path: "/events/0/parameters/0/example",
    },
  ],
  "limits.impossible": [
    {
      catalog: catalogOf(event("a", [number("x", { minimum: 2, maximum: 1 })])),
      path: "/events/0/parameters/0/minimum",
    },
  ],
  "limits.without-effect": [
    {
      catalog: catalogOf(event("a", [number("x", { maxLength: 5 })])),
      path: "/events/0/parameters/0/maxLength",
      fixed: undefined,
    },
  ],
};

function counts(findings: readonly CatalogFinding[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { rule } of findings) counted.set(rule, (counted.get(rule) ?? 0) + 1);
  return counted;
}

function valueAt(catalog: Catalog, pointer: string): unknown {
  return fromPointer(pointer).reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    catalog,
  );
}

describe("every rule", () => {
  for (const [rule, cases] of Object.entries(examples)) {
    it(`${rule} names the place, and its fix mends it`, () => {
      for (const { catalog, path, ...rest } of cases) {
        const finding = lintCatalog(catalog).find((one) => one.rule === rule);
        expect(finding).toMatchObject({ path, message: expect.stringMatching(/\.$/) });
        expect([rule, path, finding?.fix !== null]).toEqual([rule, path, "fixed" in rest]);
        if (finding === undefined || finding.fix === null) continue;
        expect(CATALOG_RULES[finding.rule].hasFix).toBe(true);
        const fixed = applyFix(catalog, finding.fix);
        expect(lintCatalog(fixed).filter((one) => one.rule === rule)).toEqual([]);
        if (rest.fixed !== undefined) expect(valueAt(fixed, path)).toEqual(rest.fixed);
      }
    });
  }

  it("leaves the demo catalog alone, but for the name the vendor's document has", () => {
    expect(lintCatalog(demoCatalog).map(({ rule, eventKey }) => [rule, eventKey])).toEqual([
      ["name.capitals", "Checkout_Completed"],
    ]);
  });
});

describe("fixing", () => {
  it("removes the finding and adds none, whatever the catalog", () => {
    fc.assert(
      fc.property(anyCatalog, (catalog) => {
        const before = lintCatalog(catalog);
        for (const finding of before) {
          if (finding.fix === null) continue;
          const fixed = applyFix(catalog, finding.fix);
          expect(catalogSchema.safeParse(fixed).success).toBe(true);
          const after = counts(lintCatalog(fixed));
          expect(after.get(finding.rule) ?? 0).toBeLessThan(counts(before).get(finding.rule) ?? 0);
          for (const [rule, count] of after)
            expect([rule, count <= (counts(before).get(rule) ?? 0)]).toEqual([rule, true]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("all of a kind leaves none of the kind that can be fixed, and all kinds none at all", () => {
    fc.assert(
      fc.property(anyCatalog, (catalog) => {
        for (const rule of new Set(lintCatalog(catalog).map((finding) => finding.rule))) {
          const left = lintCatalog(applyAllFixes(catalog, rule)).filter((one) => one.rule === rule);
          expect(left.filter(({ fix }) => fix !== null)).toEqual([]);
        }
        expect(lintCatalog(applyAllFixes(catalog, null)).filter(({ fix }) => fix !== null)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("renames what thousands of events share once, and not once for each of them", () => {
    const parameters = Array.from({ length: 15 }, (_, index) => text(`Bad Name ${index}`));
    const events = Array.from({ length: 2000 }, (_, index) => event(`event_${index}`, parameters));
    const fixed = applyAllFixes(catalogOf(...events), null);
    const names = new Set(fixed.events.flatMap((one) => one.parameters.map(({ name }) => name)));
    expect([...names]).toEqual(parameters.map((_, index) => `bad_name_${index}`));
  });

  it("leaves what it does not touch the same objects", () => {
    const catalog = catalogOf(event("a", [text("x")]), event("Sign up", [text("y")]));
    const fixed = applyAllFixes(catalog, null);
    expect(fixed.events[0]).toBe(catalog.events[0]);
    expect(fixed.events[1]).toEqual({ ...catalog.events[1], key: "sign_up" });
  });
});

describe("asking again", () => {
  it("after an edit gives what asking anew gives", () => {
    const linter = createCatalogLinter();
    fc.assert(
      fc.property(anyCatalog, anyCatalog, fc.nat(), (one, other, at) => {
        const events = one.events.toSpliced(at % (one.events.length + 1), 1, ...other.events.slice(0, 2));
        const edited = { ...one, events };
        linter.lint(one);
        expect(linter.lint(edited)).toEqual(lintCatalog(edited));
      }),
    );
  });
});
