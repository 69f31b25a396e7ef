import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importCatalog } from "../catalog-import/import-catalog.ts";
import { demoCatalog } from "../demo/demo-catalog.ts";
import { catalogSchema, type Catalog } from "../domain/catalog.ts";
import { formatJson } from "../json/format.ts";
import { parseJson } from "../json/parse.ts";
import { catalogText } from "./catalog-text.ts";
import { anyCatalogDocument } from "./test-support/catalog-document.ts";
import { toWrittenValue } from "./written.ts";

function read(text: string): Catalog {
  const result = importCatalog(text);
  if (!result.ok) throw new Error(result.reason);
  return result.catalog;
}

describe("a catalog file", () => {
  it("comes out as it went in, whatever else is in it", () => {
    fc.assert(
      fc.property(anyCatalogDocument, (text) => {
        expect(catalogText(read(text))).toBe(`${formatJson(text)}\n`);
      }),
      { numRuns: 500 },
    );
  });

  it("comes out the same after a store and a call, which are JSON", () => {
    fc.assert(
      fc.property(anyCatalogDocument, (text) => {
        const stored: unknown = JSON.parse(JSON.stringify(read(text)));
        expect(catalogText(catalogSchema.parse(stored))).toBe(`${formatJson(text)}\n`);
      }),
    );
  });

  it("keeps the digits of a number until the number changes", () => {
    const catalog = read(
      `{"format":"optievent-catalog/1","name":"x","events":[{"key":"e","parameters":[{"name":"p","type":"number","enum":[1.0,2.50],"example":100.00}]}]}`,
    );
    const [event] = catalog.events;
    const [parameter] = event?.parameters ?? [];
    if (event === undefined || parameter === undefined) throw new Error("nothing was read");
    const withParameter = (change: object): string =>
      catalogText({ ...catalog, events: [{ ...event, parameters: [{ ...parameter, ...change }] }] });
    expect(withParameter({ required: true })).toContain(`"example": 100.00`);
    expect(withParameter({ example: 7 })).toContain(`"example": 7\n`);
    expect(withParameter({ enum: [2.5, 3] })).toMatch(/2\.50,\s*3\s/);
  });

  it("puts fields that were added later where the format has them", () => {
    const [first] = demoCatalog.events;
    const text = catalogText({
      name: "x",
      events: first === undefined ? [] : [first],
      format: "optievent-catalog/1",
    });
    expect(text).toMatch(/^\{\n {2}"format": "optievent-catalog\/1",\n {2}"name": "x",\n {2}"events": \[\n/);
  });

  it("is what the format's own example says", () => {
    expect(read(catalogText(demoCatalog))).toEqual(demoCatalog);
  });
});

describe("the value of a document", () => {
  it("has no prototype of the document's making", () => {
    const parsed = parseJson(`{"__proto__":{"polluted":true},"constructor":1}`);
    const value = parsed.ok ? toWrittenValue(parsed.root) : null;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
