import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatJson } from "../json/format.ts";
import { jsonText } from "../json/test-support/arbitrary-json.ts";
import { compareBodies } from "./comparison.ts";
import { compareJson } from "./compare-json.ts";

function differences(left: string, right: string): string[] {
  return (compareJson("body", left, right) ?? [])
    .filter((row) => row.kind !== "same")
    .map((row) => `${row.kind} ${row.name}: ${row.left ?? "-"} > ${row.right ?? "-"}`);
}

describe("two JSON bodies", () => {
  it.each([
    ['{"a":1}', '{"a":2}', ["changed /a: 1 > 2"]],
    ['{"a":1}', '{"a":"1"}', ['changed /a: 1 > "1"']],
    ['{"a":{"b":true}}', '{"a":{"b":false}}', ["changed /a/b: true > false"]],
    ['{"a":1}', '{"a":1,"b":{"c":2}}', ['added /b: - > {"c":2}']],
    ['{"a":1,"b":[]}', '{"a":1}', ["removed /b: [] > -"]],
    ["[1,2,3]", "[1,3]", ["removed /-1: 2 > -"]],
    ["[1,2]", "[0,1,2]", ["added /+0: - > 0"]],
    ['{"a":{}}', '{"a":[]}', ["changed /a: {} > []"]],
    ['{"x/y":1}', '{"x/y":2}', ["changed /x~1y: 1 > 2"]],
  ])("%s and %s", (left, right, expected) => {
    expect(differences(left, right)).toEqual(expected);
  });

  it("keep the digits of numbers apart that no double could", () => {
    expect(differences('{"id":12345678901234567890}', '{"id":12345678901234567891}')).toEqual([
      "changed /id: 12345678901234567890 > 12345678901234567891",
    ]);
  });

  it("tell another way of writing from another value", () => {
    expect(differences('{"amount":100.00}', '{"amount":100}')).toEqual(["written /amount: 100.00 > 100"]);
    expect(differences('{"amount":-1}', '{"amount":1}')).toEqual(["changed /amount: -1 > 1"]);
    expect(differences(String.raw`["\u00e9"]`, '["é"]')).toEqual([String.raw`written /0: "\u00e9" > "é"`]);
  });

  it("name an order of members that differs, and white space where nothing else does", () => {
    expect(differences('{"a":1,"b":2}', '{"b":2,"a":1}')).toEqual(["moved order of members: a, b > b, a"]);
    expect(differences('{"a":1}', '{ "a": 1 }')).toEqual([
      "written white space: 7 characters in 1 line > 10 characters in 1 line",
    ]);
  });

  it("align the items of lists whatever white space is within them", () => {
    expect(differences("[[ ],[],{ }]", "[[],[],{}]")).toEqual([
      "written white space: 12 characters in 1 line > 10 characters in 1 line",
    ]);
  });

  it("compare members of one name in their order", () => {
    expect(differences('{"a":1,"a":2}', '{"a":1,"a":3}')).toEqual(["changed /a (2): 2 > 3"]);
  });

  it("are the same as themselves, and laid out anew differ in white space at most", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        expect(differences(text, text)).toEqual([]);
        const laidOut = differences(text, formatJson(text));
        expect(laidOut.filter((line) => !line.startsWith("written white space"))).toEqual([]);
      }),
    );
  });

  it("differ the same way from both sides, and never throw", () => {
    fc.assert(
      fc.property(jsonText, jsonText, (left, right) => {
        const there = (compareJson("body", left, right) ?? []).map(({ kind }) => kind).sort();
        const back = (compareJson("body", right, left) ?? []).map(({ kind }) => kind);
        const mirrored = back.map((kind) =>
          kind === "added" ? "removed" : kind === "removed" ? "added" : kind,
        );
        expect(mirrored.sort()).toEqual(there);
      }),
    );
  });
});

describe("two bodies of which one is no JSON", () => {
  it("are compared by line", () => {
    const rows = compareBodies("response.body", "<html>\n<p>a</p>\n", "<html>\n<p>b</p>\nend");
    expect(rows.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "same line 1",
      "changed line 2",
      "added new line 3",
    ]);
  });
});
