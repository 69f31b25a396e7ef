import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Parameter } from "../domain/catalog.ts";
import { parseJson } from "../json/parse.ts";
import { jsonText } from "../json/test-support/arbitrary-json.ts";
import { fillEffect, fillIn, isFillFor, readFill } from "./fill.ts";
import { readForm } from "./read-form.ts";

const declared: readonly Parameter[] = [
  { name: "email", type: "string" },
  { name: "zip", type: "string" },
  { name: "order_total", type: "number" },
  { name: "opt_in", type: "boolean" },
];

const read = (text: string) => {
  const reading = readFill(text, declared);
  if (!reading.ok) throw new Error(reading.problem);
  return Object.fromEntries(reading.entries.map(({ name, valueText }) => [name, valueText]));
};

describe("values for many parameters at once", () => {
  it("are read from an object, digits and nesting as written, or from a whole event", () => {
    const object = '{"order_total": 100.00, "cart": [1, 2.0], "id": 12345678901234567890}';
    expect(read(object)).toEqual({ order_total: "100.00", cart: "[1, 2.0]", id: "12345678901234567890" });
    expect(read(`{"tenant": 1, "context": ${object}}`)).toEqual(read(object));
  });

  it("are read from lines, typed by the catalog, else by their syntax", () => {
    const lines = `
      # a comment
      email: jane@domain.com
      zip = 01234
      order_total:\t100.00
      opt_in\ttrue
      "with space": null,
      url: https://example.com/?a=b:c
      email: last@domain.com`;
    expect(read(lines)).toEqual({
      email: '"last@domain.com"',
      zip: '"01234"',
      order_total: "100.00",
      opt_in: "true",
      "with space": "null",
      url: '"https://example.com/?a=b:c"',
    });
  });

  it("are refused with the line and the reason", () => {
    expect(readFill("email: a\nnonsense", declared)).toMatchObject({ ok: false, line: 2 });
    expect(readFill('{\n"a": tru }', declared)).toMatchObject({ ok: false, line: 2 });
    expect(readFill("[1]", declared)).toMatchObject({ ok: false, line: null });
    expect(readFill("  \n", declared)).toEqual({ ok: true, entries: [] });
  });

  it("go into the draft and leave the rest of it as it is", () => {
    const draft = '{ "context": {"email": "a@b.c", "keep": 1.00}, "z": 12345678901234567890 }';
    const entries = [
      { name: "email", valueText: '"d@e.f"' },
      { name: "order_total", valueText: "100.00" },
    ];
    expect(fillIn(draft, entries)).toBe(
      '{ "context": {"email": "d@e.f", "keep": 1.00, "order_total": 100.00}, "z": 12345678901234567890 }',
    );
    expect(entries.map((entry) => fillEffect(draft, entry))).toEqual(["changed", "new"]);
    expect(fillEffect(draft, { name: "keep", valueText: "1.00" })).toBe("same");
  });

  it("are in the form as they were pasted, whatever they are", () => {
    const object = fc.dictionary(fc.string(), jsonText, { maxKeys: 8 }).map((members) => {
      const entries = Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}:${value}`);
      return `{${entries.join(",")}}`;
    });
    fc.assert(
      fc.property(object, (pasted) => {
        const reading = readFill(`{"context":${pasted}}`, []);
        if (!reading.ok) throw new Error(reading.problem);
        const filled = fillIn('{"context":{"first":1}}', reading.entries);
        const form = readForm({ text: filled, event: null, api: "optievent", findings: [] });
        expect(parseJson(filled).ok && form.ok).toBe(true);
        for (const entry of reading.entries) expect(fillEffect(filled, entry)).toBe("same");
      }),
    );
  });

  it("are read from any text without an exception", () => {
    fc.assert(fc.property(fc.string(), (text) => void readFill(text, declared)));
  });
});

describe("a text that is pasted beside the fields", () => {
  it.each(['{"email": "a@b.c"}', '{"context": {"zip": "1"}}', "email: a@b.c\nother: 1"])(
    "is meant for the parameters: %s",
    (text) => {
      expect(isFillFor(text, declared)).toBe(true);
    },
  );

  it.each([
    "",
    "hello",
    "https://domain.com/a",
    "{",
    "[1]",
    '{"other": 1}',
    "curl -d '{}' https://domain.com",
  ])("is not: %s", (text) => {
    expect(isFillFor(text, declared)).toBe(false);
  });
});
