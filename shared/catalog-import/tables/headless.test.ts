import { describe, expect, it } from "vitest";
import { importCatalog } from "../import-catalog.ts";
import { outline, problemsOf, read } from "../test-support/outline.ts";

const EVENTS = ["order_completed: order_id string!, total number", "login: email string"];
const ROWS = ["order_completed,order_id,string,yes", ",total,Decimal (10,2),no", "login,email,string,"];
const TEXT = ROWS.join("\n").replace("Decimal (10,2)", '"Decimal (10,2)"');

describe("a table without a row of headings", () => {
  it("has its first row read as data, and says what was assumed", () => {
    const result = read(TEXT);
    expect(outline(result.catalog.events)).toEqual(EVENTS);
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(
        /^warning 1:1 No cell of the first row is a known heading.* "order_completed" is its Event Key, "order_id" is its Parameter Key, "string" is its Type, "yes" is its Mandatory\./u,
      ),
    ]);
    expect(result.tables).toMatchObject([
      {
        headers: ["Column 1", "Column 2", "Column 3", "Column 4"],
        isFirstRowData: true,
        rowCount: 3,
        mapping: ["event", "parameter", "type", "required"],
      },
    ]);
  });

  it.each([
    ["tabs", TEXT.replaceAll('"Decimal (10,2)"', "Decimal").replaceAll(",", "\t")],
    ["semicolons", TEXT.replaceAll('"Decimal (10,2)"', "Decimal").replaceAll(",", ";")],
    [
      "a page",
      `<table>${ROWS.map((row) => `<tr><td>${row.replace("(10,2)", "").split(",").join("<td>")}`).join("")}</table>`,
    ],
  ])("is read so from %s too", (_what, text) => {
    expect(outline(read(text).catalog.events)).toEqual(EVENTS);
  });

  it("is seen by types that say more than the type", () => {
    const text = 'buy,sku,"string, max 50"\nbuy,total,String/Number\njoin,way,"Enum (web, app)"\n';
    expect(outline(read(text).catalog.events)).toEqual(["buy: sku string, total string", "join: way string"]);
  });

  it("takes parameters that are called as types are for names", () => {
    const text = "join,email,string\njoin,date,date\nbuy,currency,string\n";
    expect(outline(read(text).catalog.events)).toEqual([
      "join: email string, date string",
      "buy: currency string",
    ]);
  });

  it("has ids and descriptions by what stands in the columns", () => {
    const text = "1101,buy,label,string,What it is called.\n1101,buy,param,number,A number of it.\n";
    expect(read(text).catalog.events).toMatchObject([
      {
        key: "buy",
        id: 1101,
        parameters: [{ name: "label", description: "What it is called." }, { name: "param" }],
      },
    ]);
  });

  it("is one with headings where it is said so, and the other way round", () => {
    const stated = importCatalog(TEXT, {
      firstRowIsData: [false],
      mappings: [["event", "parameter", "type"]],
    });
    expect(stated.ok && outline(stated.catalog.events)).toEqual(["login: email string"]);
    const text = "Event,Parameter,Type\nbuy,sku,string";
    const data = read(text, { firstRowIsData: [true] });
    expect(outline(data.catalog.events)).toEqual(["Event: Parameter string", "buy: sku string"]);
    expect(data.tables[0]?.isFirstRowData).toBe(true);
  });

  it("is not seen where a heading is known, or nothing is a type", () => {
    for (const text of ["Event,Field\nstring,text", "Event;Wert;Art\nbuy;sku;string"]) {
      expect(read(text).tables[0]?.isFirstRowData).toBe(false);
    }
    expect(importCatalog("alpha,beta,gamma\none,two,three\n")).toMatchObject({ ok: false });
  });
});
