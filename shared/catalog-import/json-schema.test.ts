import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogText } from "../catalog/catalog-text.ts";
import { plainTexts } from "../catalog/number-texts.ts";
import { readCatalogText } from "../catalog/read-catalog-text.ts";
import type { CatalogEvent } from "../domain/catalog.ts";
import { importCatalog } from "./import-catalog.ts";
import type { CatalogImport } from "./types.ts";

function read(schema: unknown): CatalogImport {
  const result = importCatalog(typeof schema === "string" ? schema : JSON.stringify(schema));
  if (!result.ok) throw new Error(result.reason);
  expect(result.format).toBe("json-schema");
  return result;
}

const namesOf = ({ catalog }: CatalogImport): unknown =>
  catalog.events.map(({ key, parameters }: CatalogEvent) => [
    key,
    parameters.map(({ name, required }) => (required === true ? `${name}!` : name)),
  ]);

const $schema = "https://json-schema.org/draft/2020-12/schema";
const context = { type: "object", properties: { sku: { type: "string" } }, required: ["sku"] };
const bodyOf = (event: unknown, of: unknown = context) => ({
  type: "object",
  properties: { tenant: { type: "number" }, event, context: of },
});

describe("the schema of a whole body", () => {
  const price = { properties: { price: { type: "number" } } };

  it.each([
    ["where its context is a reference", { $ref: "#/$defs/ctx" }, { ctx: context }, ["sku!"]],
    ["where its context is put together", { allOf: [context, price] }, {}, ["sku!", "price"]],
    [
      "where its context refers to what is put together",
      { $ref: "#/$defs/ctx" },
      { ctx: { allOf: [{ $ref: "#/$defs/base" }, price] }, base: context },
      ["sku!", "price"],
    ],
  ])("is the event that it names, %s", (_where, of, $defs, parameters) => {
    const body = { $schema, ...bodyOf({ const: "buy" }, of), $defs };
    expect(namesOf(read(body))).toEqual([["buy", parameters]]);
  });

  it("is named and numbered by what is said elsewhere too, and may have no parameters", () => {
    const $defs = { name: { const: "buy" }, any: { type: "object" } };
    const named = {
      $schema,
      allOf: [bodyOf({ type: "string" }), { properties: { event: { $ref: "#/$defs/name" } } }],
      $defs,
    };
    expect(namesOf(read(named))).toEqual([["buy", ["sku!"]]]);
    expect(namesOf(read({ $schema, ...bodyOf({ const: "ping" }, { $ref: "#/$defs/any" }), $defs }))).toEqual([
      ["ping", []],
    ]);
    const realtime = { title: "buy", type: "object", properties: { eid: { const: 1101 }, context } };
    expect(read(realtime).catalog.events).toMatchObject([{ key: "buy", id: 1101 }]);
  });
});

describe("alternatives", () => {
  const buy = bodyOf({ const: "buy" });
  const leave = bodyOf({ enum: ["leave"] }, { properties: { reason: { type: "string" } } });

  it.each(["oneOf", "anyOf"])(
    "at the root, as %s, are an event each, also without saying that it is a schema",
    (word) => {
      const events = [
        ["buy", ["sku!"]],
        ["leave", ["reason"]],
      ];
      expect(namesOf(read({ [word]: [buy, leave] }))).toEqual(events);
      const refers = { [word]: [{ $ref: "#/$defs/b" }, { $ref: "#/$defs/l" }], $defs: { b: buy, l: leave } };
      expect(namesOf(read(refers))).toEqual(events);
      expect(
        namesOf(read({ $schema, $ref: "#/$defs/all", $defs: { all: { [word]: [buy, leave] } } })),
      ).toEqual(events);
    },
  );

  it("share what stands beside them", () => {
    const schema = {
      $schema,
      title: "Shop",
      ...bodyOf({ type: "string" }, { properties: { shop: { type: "string" } } }),
      oneOf: [{ properties: { event: { const: "ping" } } }, buy],
    };
    expect(namesOf(read(schema))).toEqual([
      ["ping", ["shop"]],
      ["buy", ["sku!", "shop"]],
    ]);
  });

  it("are named by their definitions, and by their place where nothing names them", () => {
    const $defs = { signup: context };
    const result = read({
      $schema,
      oneOf: [{ $ref: "#/$defs/signup" }, { ...context, title: "Login" }, context],
      $defs,
    });
    expect(result.catalog.events.map(({ key }) => key)).toEqual([
      "signup",
      "Login",
      expect.stringMatching(/_3$/),
    ]);
  });

  it("of one event are one event, and those of no event are told", () => {
    const other = bodyOf({ const: "buy" }, { properties: { code: { type: "string" } }, required: ["code"] });
    const { problems, ...result } = read({ oneOf: [buy, { properties: { note: {} } }, other] });
    expect(namesOf({ problems, ...result })).toEqual([["buy", ["sku", "code"]]]);
    expect(problems.map(({ message }) => message)).toEqual([
      "This alternative describes no event; it was left out.",
      "The event is described more than once; the parameters of all were taken.",
    ]);
  });

  it("that only say which fields must be there leave the event the one it is", () => {
    const identity = [{ required: ["customer"] }, { required: ["visitor"] }];
    expect(namesOf(read({ $schema, ...buy, oneOf: identity }))).toEqual([["buy", ["sku!"]]]);
  });

  it("in a circle, and very many of something long, come to an end", () => {
    const circle = { $schema, $ref: "#/$defs/a", $defs: { a: { oneOf: [{ $ref: "#/$defs/a" }, buy] } } };
    expect(namesOf(read(circle))).toEqual([["buy", ["sku!"]]]);
    const properties = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`p${index}`, {}]));
    const $defs = { big: { properties } };
    const many = { $schema, oneOf: Array.from({ length: 20_000 }, () => ({ $ref: "#/$defs/big" })), $defs };
    expect(read(many).problemCount).toBeGreaterThan(0);
  });
});

it("a schema of no event is refused with the reason", () => {
  const result = importCatalog(JSON.stringify({ $schema, type: "string" }));
  expect(result).toMatchObject({ ok: false, reason: expect.stringContaining("describes no event") });
});

describe("allowed values and examples of a schema", () => {
  const value = fc.oneof(fc.constantFrom("1.10", "12345678901234567890", "100.00", "7"), fc.constant("null"));

  it("keep their digits, and null makes the parameter optional, which is told", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
        const example = values.find((text) => text !== "null") ?? "1";
        const property = `{"type":"number","enum":[${values.join(",")}],"examples":[${example}]}`;
        const result = read(
          `{"title":"buy","type":"object","properties":{"x":${property}},"required":["x"]}`,
        );
        const parameter = result.catalog.events[0]?.parameters[0] ?? {};
        const allowed = values.filter((text) => text !== "null");
        expect(plainTexts(parameter, "enum")).toEqual(allowed);
        expect(plainTexts(parameter, "example")).toEqual([example]);
        const hasNull = values.includes("null");
        expect(parameter).toMatchObject({ required: !hasNull });
        expect(result.problems.map(({ severity }) => severity)).toEqual(hasNull ? ["info"] : []);
        for (const text of allowed) expect(catalogText(result.catalog)).toContain(text);
      }),
    );
  });

  it("that are texts with null are those texts", () => {
    const result = read({ $schema, ...context, properties: { sku: { enum: [null, "a", "b"] } } });
    expect(result.catalog.events[0]?.parameters).toEqual([
      { name: "sku", type: "string", required: false, enum: ["a", "b"] },
    ]);
    expect(result.problems.map(({ message }) => message).join()).toContain("null is allowed");
  });
});

it("any combination of schemas comes to an end, and to a catalog that fits its format", () => {
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom<unknown>(true, null, { type: "object" }, { const: "a" }, { enum: ["a", null] }),
      fc.constantFrom("#", "#/$defs/a", "#/$defs/b", "#/oneOf/0", "x").map(($ref) => ({ $ref })),
      fc
        .dictionary(fc.constantFrom("event", "eid", "context", "sku", "__proto__"), tie("schema"))
        .map((properties) => ({
          properties,
          required: ["sku"],
        })),
      fc
        .tuple(
          fc.constantFrom("oneOf", "anyOf", "allOf"),
          fc.array(tie("schema"), { maxLength: 3 }),
          tie("schema"),
        )
        .map(([word, list, beside]) => Object.assign({ [word]: list }, beside)),
    ),
  }));
  fc.assert(
    fc.property(schema, schema, schema, (root, a, b) => {
      const result = importCatalog(JSON.stringify({ $schema, ...Object.assign({}, root), $defs: { a, b } }));
      if (!result.ok) return;
      const read = readCatalogText(catalogText(result.catalog));
      expect(read.ok).toBe(true);
      expect(new Set(result.catalog.events.map(({ key }) => key)).size).toBe(result.catalog.events.length);
    }),
    { numRuns: 300 },
  );
});
