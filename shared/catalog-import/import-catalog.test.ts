import { describe, expect, it } from "vitest";
import { catalogText } from "../catalog/catalog-text.ts";
import { demoCatalog } from "../demo/demo-catalog.ts";
import { importCatalog } from "./import-catalog.ts";
import { outline, problemsOf, read } from "./test-support/outline.ts";
import * as samples from "./test-support/samples.ts";
import { problemsCsv } from "./problems-csv.ts";
import { FORMAT_TITLES, type ImportFormat } from "./types.ts";

describe("a tenant configuration", () => {
  it("is read from a script without running it, but for what is code", () => {
    const result = read(samples.CONFIG_SCRIPT);
    expect(result.format).toBe("tenant-configuration");
    expect(outline(result.catalog.events)).toEqual([
      "add_to_cart: sku string!, price number, note string",
      "__proto__: constructor boolean",
    ]);
    expect(result.catalog.events[0]).toMatchObject({ id: 1101, apis: ["optievent"] });
    expect(result.catalog.events[0]?.parameters[0]).toMatchObject({ id: 3, optiTrackDimensionId: 8 });
    expect(problemsOf(result)).toEqual([
      'warning 14:44 "readOptional()" is code, which is never run; it was left out.',
      'error 19:5 The event "broken" has no definition; it was left out.',
      expect.stringMatching(/^warning 21:11 "function .* is code, which is never run/),
    ]);
    expect("wasRun" in globalThis).toBe(false);
  });

  it("offers no tenant where it says nothing of one", () => {
    expect(
      read("var x = {events: {buy: {id: 1200, parameters: {sku: {type: 'String'}}}}};").tenant,
    ).toBeNull();
  });

  it("offers the tenant, and keeps its token out of everything else", () => {
    const { tenant, ...rest } = read(samples.CONFIG_SCRIPT);
    expect(tenant).toEqual({
      name: null,
      tenantNumber: 100,
      realtimeEndpoint: "https://gateway.example.com/reportEvent",
      realtimeToken: "a3f09b1c55de7a3f09b1c55de7a3f09b",
    });
    expect(JSON.stringify(rest)).not.toContain("a3f09b1c55de7a3f");
    expect(rest.catalog.events[0]?.parameters[2]?.description).toBe("uses {{secret:token}}");
  });

  it.each([
    ["a number", "2718281828459", "2718281828459"],
    ["short", '"k3y9"', "k3y9"],
  ])(
    "keeps a token that is %s out of everything else, and nothing that only looks like it",
    (_what, written, token) => {
      const config = JSON.stringify({
        realtimeMetaData: { realtimeToken: "TOKEN", note: "with TOKEN" },
        events: {
          buy: {
            id: 1101,
            note: "TOKEN",
            parameters: { sku: { type: "String", name: "xk3y9x", description: "use TOKEN now" } },
          },
        },
      });
      const result = read(config.replace('"TOKEN"', written).replaceAll("TOKEN", token));
      expect(result.tenant?.realtimeToken).toBe(token);
      expect(JSON.stringify(result.catalog)).toContain("use {{secret:token}} now");
      expect(JSON.stringify({ ...result, tenant: null })).not.toMatch(new RegExp(`\\b${token}\\b`));
      expect(result.catalog.events[0]?.id).toBe(1101);
    },
  );

  it("does not show a token that code holds", () => {
    const token = "a3f09b1c55de7a3f09b1c55de7a3f09b";
    for (const value of [`decode("${token}")`, `/* ${token} */ f()`, "`${x}" + token + "`", `f(${token}`]) {
      const result = importCatalog(samples.CONFIG_SCRIPT.replace("readOptional()", value));
      expect(JSON.stringify({ ...result, tenant: null })).not.toContain(token);
    }
  });

  it("is read from JSON", () => {
    const result = read(samples.CONFIG_JSON, { name: "Shop" });
    expect(outline(result.catalog.events)).toEqual(["add_to_cart: sku string!, price number"]);
    expect(result.catalog.name).toBe("Shop");
    expect(result.problems).toEqual([]);
  });
});

describe("a token where there is no place for one", () => {
  const token = "a3f09b1c55de7a3f09b1c55de7a3f09b";
  it.each([
    [
      "a catalog file",
      {
        format: "optievent-catalog/1",
        name: "Shop",
        api_key: token,
        events: [{ key: "buy", parameters: [], note: `use ${token}` }],
      },
    ],
    [
      "a JSON Schema",
      {
        title: "buy",
        type: "object",
        "x-token": token,
        properties: { sku: { type: "string", description: token } },
      },
    ],
  ])("of %s is offered for the vault and is in nothing else", (_what, value) => {
    for (const indent of [0, 2]) {
      const result = read(JSON.stringify(value, null, indent));
      expect(result.tenant?.realtimeToken).toBe(token);
      expect(result.problems.map(({ message }) => message)).toContainEqual(
        expect.stringContaining("looks like a token"),
      );
      expect(JSON.stringify({ ...result, tenant: null })).not.toContain(token);
    }
  });

  it("is not seen in what is only called so", () => {
    const value = {
      title: "buy",
      type: "object",
      properties: { token: { type: "string" }, secret: { type: "string" } },
    };
    const result = read(JSON.stringify(value));
    expect(result.tenant).toBeNull();
    expect(result.catalog.events[0]?.parameters.map(({ name }) => name)).toEqual(["token", "secret"]);
  });
});

describe("a table", () => {
  it("is read from CSV with semicolons, merged cells, quoted line breaks and what is wrong in it", () => {
    const result = read(samples.SEMICOLON_CSV);
    expect(result.format).toBe("csv");
    expect(outline(result.catalog.events)).toEqual([
      "add_to_cart: price number!, note string",
      "buy: bad string!",
      "sign_up: opt_in boolean",
    ]);
    expect(problemsOf(result)).toEqual([
      'error 6:3 A parameter of type "Number" has no name; it was left out.',
      expect.stringMatching(/^error 7:1 A quote opens here and does not end/),
      'error 7:5 "x" is no event id: that is a whole number.',
    ]);
  });

  it("keeps a formula as the text it is, and digits as they are", () => {
    const [event] = read(samples.SEMICOLON_CSV).catalog.events;
    expect(event?.parameters[1]?.example).toBe("=1+1");
    expect(catalogText(read(samples.SEMICOLON_CSV).catalog)).toContain(`"example": 100.00`);
  });

  it("takes another meaning of its columns", () => {
    const text = "what,which,kind\nadd_to_cart,sku,String\n";
    const refused = importCatalog(text);
    expect(refused).toMatchObject({
      ok: false,
      tables: [{ headers: ["what", "which", "kind"], mapping: [null, null, null], rowCount: 1 }],
    });
    const result = read(text, { mappings: [["event", "parameter", "type"]] });
    expect(outline(result.catalog.events)).toEqual(["add_to_cart: sku string"]);
    expect(result.tables[0]?.mapping).toEqual(["event", "parameter", "type"]);
  });

  it("is read from what a spreadsheet puts on the clipboard", () => {
    const text = "\uFEFFEvent Name\tParameter Name\tParameter Type\r\nbuy\tsku\tstring\r\n\tpaid\tbool\r\n";
    expect(outline(read(text).catalog.events)).toEqual(["buy: sku string, paid boolean"]);
  });

  it("is read from the vendor's tables in Markdown", () => {
    const result = read(samples.VENDOR_TABLES);
    expect(outline(result.catalog.events)).toEqual([
      "add_to_cart: sku_id string!, added_at string, price number",
      "sign_up: opt_in boolean",
    ]);
    const [event] = result.catalog.events;
    expect(event).toMatchObject({ title: "Add to cart", type: "Custom" });
    expect(event?.parameters.map(({ description, format }) => [description, format])).toEqual([
      ["one | two", undefined],
      [undefined, "date-time"],
      ["In USD", undefined],
    ]);
    expect(problemsOf(result)).toEqual(['warning 22:32 "maybe" says neither yes nor no.']);
  });

  it("is read from a page, whose scripts are none of it", () => {
    const result = read(samples.HTML_PAGE);
    expect(result.format).toBe("html");
    expect(outline(result.catalog.events)).toEqual([
      "add_to_cart: sku string, price number",
      "sign_up: email string, opt_in boolean",
    ]);
  });
});

describe("other sources", () => {
  it("reads the request form", () => {
    const result = read(samples.REQUEST_FORM);
    expect(result.format).toBe("request-form");
    expect(outline(result.catalog.events)).toEqual([
      "add_to_cart: sku string, quantity number",
      "Checkout_Completed: paid boolean",
    ]);
    expect(problemsOf(result)).toEqual([
      'info 5:6 "Integer" became number. The catalog has one type for all numbers.',
    ]);
  });

  it("reads a JSON Schema", () => {
    const result = read(samples.EVENT_SCHEMA);
    expect(result.format).toBe("json-schema");
    expect(outline(result.catalog.events)).toEqual(["sign_up: email string!, age number, source string!"]);
    expect(result.guesses).toEqual([
      {
        event: "sign_up",
        parameter: "source",
        field: "type",
        reason: "The schema requires it and does not describe it.",
      },
    ]);
    expect(result.problems.map(({ severity, parameter }) => [severity, parameter])).toEqual([
      ["info", "age"],
      ["error", "address"],
    ]);
  });

  it("infers a catalog from payloads, and marks it all as guessed", () => {
    const result = read(samples.PAYLOADS, { known: { ...demoCatalog, events: [] } });
    expect(result.format).toBe("payloads");
    expect(outline(result.catalog.events)).toEqual([
      "sign_up: email string!, amount number!, opt_in boolean",
      "event_1101: sku string",
    ]);
    const email = result.guesses.filter(({ parameter }) => parameter === "email");
    expect(email.map(({ field, reason }) => [field, reason])).toEqual([
      ["type", "2 of 2 payloads have a string."],
      ["format", "Every value is an email address."],
      ["required", "All 2 payloads have it."],
      ["example", "It is the value of a payload."],
    ]);
    expect(catalogText(result.catalog)).toContain(`"example": 100.00`);
    expect(JSON.stringify(result)).not.toContain("0123456789abcdef");
  });

  it("names the event of a number by the catalog at hand", () => {
    const known = demoCatalog.events.find(({ id }) => id === 1101);
    expect(read(samples.PAYLOADS, { known: demoCatalog }).catalog.events[1]?.key).toBe(known?.key);
  });

  it("says what it takes where it finds nothing", () => {
    expect(importCatalog("hello world")).toMatchObject({
      ok: false,
      format: null,
      reason: expect.stringContaining("No events were found"),
    });
    expect(importCatalog("  \n")).toMatchObject({ ok: false, reason: "There is nothing in the text." });
  });
});

describe("the list of problems", () => {
  it("is CSV that no spreadsheet runs", () => {
    const { problems } = read(`Event,Parameter,Type\n"=cmd|' /C calc'!A1",-2+3,Sting\n`);
    expect(problemsCsv(problems).split("\r\n")).toEqual([
      "Severity,Line,Column,Event,Parameter,Problem",
      `error,2,27,'=cmd|' /C calc'!A1,'-2+3,"""Sting"" is no type; string was taken."`,
      "",
    ]);
  });
});

describe("each format", () => {
  it.each(Object.entries(FORMAT_TITLES))("%s is called %s", (format, title) => {
    const refused = importCatalog("nothing of that kind", { format: format as ImportFormat });
    expect(refused).toMatchObject({ ok: false, format });
    expect(title).not.toBe("");
  });
});
