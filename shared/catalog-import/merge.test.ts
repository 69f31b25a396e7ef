import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeComparison } from "../catalog/describe-comparison.ts";
import { isSameCatalog } from "../catalog/compare.ts";
import { anyCatalog } from "../catalog/test-support/any-catalog.ts";
import { catalogText } from "../catalog/catalog-text.ts";
import type { Catalog, CatalogEvent } from "../domain/catalog.ts";
import { choosingAll, mergeImport, type Imported } from "./merge.ts";
import { choicesOf, planImport } from "./plan.ts";
import { importCatalog } from "./import-catalog.ts";

const event = (key: string, parameters: CatalogEvent["parameters"], fields: object = {}): CatalogEvent => {
  return { key, parameters, ...fields };
};
const catalog = (...events: CatalogEvent[]): Catalog => ({
  format: "optievent-catalog/1",
  name: "Shop",
  events,
});

function fromText(text: string, current: Catalog | null = null): Imported {
  const result = importCatalog(text, { known: current });
  if (!result.ok) throw new Error(result.reason);
  return result;
}

const CURRENT = catalog(
  event(
    "buy",
    [
      { name: "sku", type: "string", description: "Ours", owner: "team A" },
      { name: "old", type: "boolean" },
    ],
    { id: 1101, "x-team": "A" },
  ),
  event("left", []),
);
const TABLE = "event,parameter,type,mandatory\nbuy,sku,number,yes\nbuy,price,number,no\nnew,a,string,\n";

describe("a plan", () => {
  it("says of each event and parameter what would become of it, and removes nothing by itself", () => {
    const plan = planImport(CURRENT, fromText(TABLE));
    expect(plan.counts).toEqual({ added: 1, changed: 1, same: 0, missing: 1 });
    expect(plan.events.map(({ key, kind, choice }) => [key, kind, choice])).toEqual([
      ["buy", "changed", "replace"],
      ["new", "added", "add"],
      ["left", "missing", "keep"],
    ]);
    expect(plan.events[0]?.parameters.map(({ name, kind, choice }) => [name, kind, choice])).toEqual([
      ["sku", "changed", "replace"],
      ["price", "added", "add"],
      ["old", "missing", "keep"],
    ]);
    expect(plan.events[0]?.parameters[0]?.fields).toEqual([
      { field: "type", before: "string", after: "number" },
      { field: "required", before: undefined, after: true },
    ]);
  });

  it("does with its own choices what it says", () => {
    const imported = fromText(TABLE);
    const { catalog: merged, comparison } = mergeImport(
      CURRENT,
      imported,
      choicesOf(planImport(CURRENT, imported), false),
    );
    expect(merged.events).toEqual([
      event(
        "buy",
        [
          { name: "sku", type: "number", required: true, description: "Ours", owner: "team A" },
          { name: "old", type: "boolean" },
          { name: "price", type: "number", required: false },
        ],
        { id: 1101, "x-team": "A" },
      ),
      event("left", []),
      event("new", [{ name: "a", type: "string" }]),
    ]);
    expect(describeComparison(comparison)).toHaveLength(4);
  });

  it("lets the user keep, leave out and remove", () => {
    const merged = mergeImport(CURRENT, fromText(TABLE), {
      takesCatalogFields: false,
      events: [
        {
          id: "buy",
          choice: "replace",
          parameters: [
            { id: "old", choice: "remove" },
            { id: "sku", choice: "keep" },
          ],
        },
        { id: "new", choice: "keep", parameters: [] },
        { id: "left", choice: "remove", parameters: [] },
      ],
    });
    expect(merged.catalog.events.map(({ key }) => key)).toEqual(["buy"]);
    expect(merged.catalog.events[0]?.parameters).toEqual([CURRENT.events[0]?.parameters[0]]);
  });

  it("does not let a guess replace what is known", () => {
    const payload = `{"tenant":1,"event":"buy","customer":"c","context":{"sku":12,"more":1}}`;
    const plan = planImport(CURRENT, fromText(payload));
    const sku = plan.events[0]?.parameters.find(({ name }) => name === "sku");
    expect(sku?.fields.map(({ field }) => field)).toEqual(["required", "example"]);
  });

  it("takes a catalog file for the whole truth, its order and what it lacks included", () => {
    const file = catalog(event("b", []), event("buy", [{ name: "sku", type: "string" }], { id: 1101 }));
    const { catalog: merged } = mergeImport(
      CURRENT,
      fromText(catalogText(file)),
      choosingAll(CURRENT, file, false),
    );
    expect(merged.events.map(({ key }) => key)).toEqual(["b", "buy", "left"]);
    expect(merged.events[1]?.parameters[0]).toEqual({ name: "sku", type: "string" });
  });
});

describe("merging", () => {
  const imported = fc.record({
    catalog: anyCatalog,
    format: fc.constantFrom("catalog" as const, "csv" as const),
    guesses: fc.constant([]),
  });

  it("changes nothing where nothing is chosen", () => {
    fc.assert(
      fc.property(anyCatalog, imported, (current, source) => {
        const { catalog: merged } = mergeImport(
          current,
          { ...source, format: "csv" },
          { takesCatalogFields: false, events: [] },
        );
        expect(merged).toEqual(current);
      }),
    );
  });

  it("gives the imported file where all of it is taken and the rest removed", () => {
    fc.assert(
      fc.property(anyCatalog, imported, (current, source) => {
        const whole: Imported = { ...source, format: "catalog" };
        const { catalog: merged } = mergeImport(current, whole, choosingAll(current, source.catalog, true));
        expect(merged).toEqual(source.catalog);
      }),
    );
  });

  /** Which of two events of one key is meant is told by their order, which an import may change. */
  const withoutTwins = ({ events, ...fields }: Catalog): Catalog => ({
    ...fields,
    events: [...new Map(events.map((event) => [event.key, eventWithoutTwins(event)])).values()],
  });
  const eventWithoutTwins = ({ parameters, ...fields }: CatalogEvent): CatalogEvent => ({
    ...fields,
    parameters: [...new Map(parameters.map((parameter) => [parameter.name, parameter])).values()],
  });

  it("is done once: the same import again changes nothing", () => {
    fc.assert(
      fc.property(anyCatalog.map(withoutTwins), imported, (current, whole) => {
        const source = { ...whole, catalog: withoutTwins(whole.catalog) };
        const take = (base: Catalog) => mergeImport(base, source, choosingAll(base, source.catalog, false));
        expect(isSameCatalog(take(take(current).catalog).comparison)).toBe(true);
      }),
    );
  });

  it("plans for each event of either catalog", () => {
    fc.assert(
      fc.property(fc.option(anyCatalog), imported, (current, source) => {
        const plan = planImport(current, source);
        const { catalog: merged } = mergeImport(current, source, choicesOf(plan, false));
        expect(merged.events).toHaveLength(plan.events.length);
      }),
    );
  });
});
