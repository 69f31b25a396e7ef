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
  expect(reading.problems).toEqual([]);
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
    expect(readFill('{\n"a": tru }', declared).problems).toMatchObject([{ line: 2 }]);
    expect(readFill("[1]", declared).problems).toMatchObject([{ line: null }]);
    expect(readFill("  \n", declared)).toEqual({ entries: [], problems: [], notes: [] });
  });

  it("are read past the lines that hold none", () => {
    const reading = readFill("email: a\nnonsense\nzip: 1\nmore of it", declared);
    expect(reading.entries.map(({ name }) => name)).toEqual(["email", "zip"]);
    expect(reading.problems).toEqual([
      { line: 2, problem: 'There is no name and value in "nonsense".' },
      { line: 4, problem: 'There is no name and value in "more of it".' },
    ]);
  });

  it.each([
    "email,zip,order_total\na@b.com,01234,1.50",
    "email\tzip\torder_total\na@b.com\t01234\t1.50",
    'email; zip; order_total\n"a@b.com"; 01234; 1.50',
  ])("are read from a table with names over values: %o", (table) => {
    expect(read(table)).toEqual({ email: '"a@b.com"', zip: '"01234"', order_total: "1.50" });
  });

  it("are read from a table, and what is left of it is said", () => {
    expect(read('email,note\n"a,""b""",x')).toEqual({ email: String.raw`"a,\"b\""`, note: '"x"' });
    const reading = readFill("email,zip\na@b.com,\nc@d.com,2", declared);
    expect(reading.entries).toEqual([{ name: "email", valueText: '"a@b.com"' }]);
    expect(reading.notes).toEqual(["Of 2 rows the first is taken.", "Empty cells are left out: zip."]);
    expect(readFill("email,zip\na@b.com", declared).problems).toEqual([
      { line: 2, problem: "There are 2 names and 1 values." },
    ]);
    // Two columns of names and values, which happens to begin with a name that is known.
    expect(read("email\ta@b.com\nzip\t1")).toEqual({ email: '"a@b.com"', zip: '"1"' });
  });

  it("say which value is taken of a name that is there twice", () => {
    expect(readFill('{"email":"x","email":"y"}', declared).notes).toEqual([
      'email is there 2 times. The last is taken: "y".',
    ]);
    expect(readFill("email: x\nemail: y", declared).notes).toHaveLength(1);
  });

  it("say that a whole request is of another event", () => {
    const notes = (pasted: string, draft: string) => readFill(pasted, declared, draft).notes;
    const draft = '{"tenant":1,"event":"newsletter_signup","context":{}}';
    expect(notes('{"tenant":1,"event":"login","context":{"email":"x"}}', draft)).toEqual([
      "This is a request of the event login; the draft is of newsletter_signup. Only its parameters are taken.",
    ]);
    expect(notes(draft, draft)).toEqual([]);
    const realtime = (eid: number) => `{"tid":"t","cid":"c","eid":${eid},"context":{"email":"x"}}`;
    expect(notes(realtime(1102), realtime(1101))).toHaveLength(1);
    expect(notes(realtime(1101), realtime(1101))).toEqual([]);
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
        expect(reading.problems).toEqual([]);
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
