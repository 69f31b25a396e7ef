import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Catalog } from "../domain/catalog.ts";
import { catalogText } from "./catalog-text.ts";
import { compareCatalogs, isSameCatalog } from "./compare.ts";
import { mergedCatalogText } from "./merge-catalog-text.ts";
import { readCatalogText } from "./read-catalog-text.ts";
import { anyCatalog } from "./test-support/any-catalog.ts";

/** As a team writes it: one parameter a line, fields in an order of their own, fields that the console does not know. */
const FILE = `{ "format": "optievent-catalog/1", "name": "Demo store",
  "owner": { "team": "growth" },
  "events": [
    { "id": 1101, "key": "newsletter_signup", "x-note": "keep",
      "parameters": [
        { "name": "email", "type": "string", "required": true },
        { "name": "price", "type": "number", "example": 100.00 }
      ] },
    { "key": "login", "id": 1102, "parameters": [] }
  ] }
`;

function read(text: string): Catalog {
  const catalog = readCatalogText(text);
  if (!catalog.ok) throw new Error(catalog.error.message);
  return catalog.value;
}

function edited(change: (catalog: Catalog) => Catalog): string {
  return mergedCatalogText(FILE, change(read(FILE)));
}

const [signup, login] = read(FILE).events;
if (signup === undefined || login === undefined) throw new Error("The file has two events.");

describe("writing a catalog over a file of a team", () => {
  it("changes nothing where nothing changed", () => {
    expect(edited((catalog) => catalog)).toBe(FILE);
  });

  it("changes one value in its place", () => {
    const text = edited((catalog) => ({ ...catalog, events: [signup, { ...login, id: 1200 }] }));
    expect(text).toBe(FILE.replace("1102", "1200"));
  });

  it("adds a parameter as a line like those beside it", () => {
    const parameters = [...signup.parameters, { name: "opt_in", type: "boolean" as const }];
    const text = edited((catalog) => ({ ...catalog, events: [{ ...signup, parameters }, login] }));
    expect(text).toBe(FILE.replace("100.00 }", `100.00 },\n        { "name": "opt_in", "type": "boolean" }`));
  });

  it("takes an event out, and puts one in another place, with their lines as they are", () => {
    const without = edited((catalog) => ({ ...catalog, events: [signup] }));
    expect(without).toBe(FILE.replace(/,\n {4}\{ "key": "login"[^}]*\}/, ""));
    const turned = edited((catalog) => ({ ...catalog, events: [login, signup] }));
    expect(read(turned).events.map(({ key }) => key)).toEqual(["login", "newsletter_signup"]);
    for (const line of FILE.split("\n").slice(3, 7)) expect(turned).toContain(line);
  });

  it("keeps a byte-order mark and the ends of lines", () => {
    const windows = `\uFEFF${catalogText(read(FILE)).replaceAll("\n", "\r\n")}`;
    const catalog = read(windows);
    const added = { key: "logout", parameters: [{ name: "a", type: "string" as const }] };
    const text = mergedCatalogText(windows, { ...catalog, events: [...catalog.events, added] });
    expect(text.startsWith("\uFEFF{\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("replaces what is no JSON", () => {
    expect(mergedCatalogText("{", read(FILE))).toBe(catalogText(read(FILE)));
  });
});

describe("whatever the catalogs and the layout", () => {
  const layout = fc.constantFrom<(catalog: Catalog) => string>(
    (catalog) => JSON.stringify(catalog),
    (catalog) => JSON.stringify(catalog, null, 1),
    (catalog) => JSON.stringify(catalog, null, 4),
    (catalog) => JSON.stringify(catalog, null, "\t"),
    catalogText,
  );

  it("the text is the new catalog, and the old text where nothing changed", () => {
    fc.assert(
      fc.property(anyCatalog, anyCatalog, layout, (before, after, write) => {
        const text = write(before);
        expect(mergedCatalogText(text, read(text))).toBe(text);
        const wanted = read(catalogText(after));
        const merged = read(mergedCatalogText(text, wanted));
        expect(isSameCatalog(compareCatalogs(wanted, merged))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
