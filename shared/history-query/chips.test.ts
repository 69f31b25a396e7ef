import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTerm, chipsOf, hasValue, removeTerm, replaceTerm, toggleValue } from "./chips.ts";
import { parseQuery } from "./parse.ts";

const text = 'outcome:rejected,failed  "john doe" -event:login';

describe("the chips of a query", () => {
  it("are its terms", () => {
    expect(chipsOf(text)).toMatchObject([
      { facet: "outcome", values: ["rejected", "failed"], negated: false, description: "What came of it" },
      { facet: null, values: ["john doe"], negated: false },
      { facet: "event", values: ["login"], negated: true },
    ]);
  });

  it("are removed from the text and leave the rest of it as it was", () => {
    expect([0, 1, 2, 3].map((index) => removeTerm(text, index))).toEqual([
      '"john doe" -event:login',
      "outcome:rejected,failed -event:login",
      'outcome:rejected,failed  "john doe"',
      text,
    ]);
  });

  it("are changed where they stand", () => {
    const term = { kind: "text", negated: true, text: "a b" } as const;
    expect(replaceTerm(text, 1, term)).toBe('outcome:rejected,failed  -"a b" -event:login');
  });

  it("are added at the end, of an open quote too", () => {
    const term = { kind: "facet", negated: false, facet: "status", values: ["4xx"] } as const;
    expect([addTerm("", term), addTerm("x ", term), addTerm('"open', term)]).toEqual([
      "status:4xx",
      "x status:4xx",
      '"open" status:4xx',
    ]);
  });

  it("take values in and out", () => {
    const texts = ["x"];
    for (const value of ["rejected", "failed", "rejected", "failed"]) {
      texts.push(toggleValue(texts.at(-1) ?? "", "outcome", value));
    }
    expect(texts).toEqual(["x", "x outcome:rejected", "x outcome:rejected,failed", "x outcome:failed", "x"]);
    expect(toggleValue('event:"a b",c,d', "event", "c")).toBe('event:"a b",d');
  });

  it("toggle a value there and back, whatever it is", () => {
    const value = fc.string({ unit: "binary", minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(value, fc.constantFrom("", "x", "event:first", "-event:no tag:t"), (one, before) => {
        fc.pre(!hasValue(before, "event", one));
        const there = toggleValue(before, "event", one);
        expect(hasValue(there, "event", one)).toBe(true);
        expect(parseQuery(there).problems).toEqual([]);
        expect(toggleValue(there, "event", one)).toBe(before);
      }),
    );
  });
});
