import { describe, expect, it } from "vitest";
import type { Catalog } from "../domain/catalog.ts";
import { importCatalog } from "./import-catalog.ts";
import type { CatalogImport } from "./types.ts";

function read(source: string): CatalogImport {
  const result = importCatalog(source);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

function parametersOf({ events }: Catalog): unknown[] {
  return events.flatMap(({ parameters }) => parameters);
}

describe("a spreadsheet of a country that writes 12,50", () => {
  it("has its numbers read where the comma can be nothing but a decimal one", () => {
    const text =
      "Event;Parameter;Type;Min;Max;Example\nbuy;price;Number;0,125;99,99;12,50\nbuy;sum;Number;;;1,000\n";
    const { catalog, problems } = read(text);
    expect(catalog.events[0]?.parameters[0]).toMatchObject({ minimum: 0.125, maximum: 99.99, example: 12.5 });
    expect(problems).toMatchObject([{ event: "buy", parameter: "sum", line: 3 }]);
    expect(problems[0]?.message).toContain("1,000");
  });
});

describe("headings with a question mark", () => {
  it("mean what they mean without", () => {
    const page =
      "<h2>Event: signup</h2><table><tr><th>Parameter</th><th>Type?</th><th>Required?</th></tr><tr><td><code>email</code></td><td>String</td><td>Yes</td></tr></table>";
    expect(parametersOf(read(page).catalog)).toEqual([{ name: "email", type: "string", required: true }]);
  });
});

describe("a Markdown text that names its events in several ways", () => {
  it("gives them in its own order", () => {
    const table = "| Parameter | Type |\n|--|--|\n| a | String |\n";
    const text = `## first_event\n\n${table}\n### Event: \`second_event\`\n\n${table}\n## third_event\n\n${table}`;
    expect(read(text).catalog.events.map(({ key }) => key)).toEqual([
      "first_event",
      "second_event",
      "third_event",
    ]);
  });
});

describe("a catalog file with something very deep in it", () => {
  it("is read as far as it goes, closed or not", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const result = importCatalog(`{"format":"optievent-catalog/1","name":"d","events":[],"x":${deep}}`);
    expect(result).toMatchObject({ ok: true, catalog: { name: "d", events: [] } });
    expect(result.problemCount).toBeGreaterThan(0);
  });
});

describe("a JSON Schema that refers and combines", () => {
  const schema = (properties: Record<string, unknown>, more: Record<string, unknown> = {}): string =>
    JSON.stringify({ title: "buy", type: "object", properties, ...more });

  it("has references within the document, and what stands beside them, in their place", () => {
    const definitions = {
      money: { type: "number", minimum: 0, description: "Money" },
      also: { $ref: "#/definitions/money" },
    };
    const total = { $ref: "#/definitions/also", description: "The total" };
    const { catalog, guesses } = read(schema({ total }, { definitions }));
    expect(parametersOf(catalog)).toEqual([
      { name: "total", type: "number", required: false, minimum: 0, description: "The total" },
    ]);
    expect(guesses.filter(({ field }) => field === "type")).toEqual([]);
  });

  it("has all of what must hold, and of alternatives the one that is not null", () => {
    const { catalog } = read(
      schema({
        currency: { allOf: [{ enum: ["EUR", "USD"] }, { type: "string", description: "ISO" }] },
        coupon: { oneOf: [{ type: "string", maxLength: 10 }, { type: "null" }] },
        kind: { anyOf: [{ const: "a" }, { const: "b" }] },
      }),
    );
    expect(parametersOf(catalog)).toEqual([
      { name: "currency", type: "string", required: false, enum: ["EUR", "USD"], description: "ISO" },
      { name: "coupon", type: "string", required: false, maxLength: 10 },
      { name: "kind", type: "string", required: false, enum: ["a", "b"] },
    ]);
  });

  it("says what it cannot follow: circles, other documents, several types", () => {
    const { problems } = read(
      schema({
        loop: { $ref: "#/properties/loop" },
        far: { $ref: "https://example.com/x.json" },
        none: { $ref: "#/definitions/none" },
        count: { anyOf: [{ type: "integer" }, { type: "string" }] },
      }),
    );
    const said = problems.map(({ parameter, message }) => `${parameter}: ${message}`).join("\n");
    for (const part of [
      "loop: Its references",
      "far: It refers to another",
      "is not there",
      "count: It has alternatives",
    ]) {
      expect(said).toContain(part);
    }
  });

  it("adds up the properties of what an event is made of", () => {
    const text = JSON.stringify({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "buy",
      type: "object",
      allOf: [{ $ref: "#/$defs/base" }, { properties: { sku: { type: "string" } }, required: ["sku"] }],
      $defs: { base: { properties: { id: { type: "number" } }, required: ["id"] } },
    });
    expect(parametersOf(read(text).catalog)).toEqual([
      { name: "id", type: "number", required: true },
      { name: "sku", type: "string", required: true },
    ]);
  });
});
