import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facetNames } from "./facet-names.ts";
import { facets, problemOfValue } from "./facets.ts";
import { parseQuery } from "./parse.ts";
import { printQuery } from "./print.ts";
import type { Term } from "./types.ts";

const termsOf = (text: string): Term[] => parseQuery(text).terms.map(({ term }) => term);
const problemsOf = (text: string) => parseQuery(text).problems;

describe("a query", () => {
  it("has facets, words, phrases, alternatives and opposites", () => {
    expect(termsOf('outcome:rejected event:deposit,"two words" "johndoe" -took:>500ms -x')).toEqual([
      { kind: "facet", negated: false, facet: "outcome", values: ["rejected"] },
      { kind: "facet", negated: false, facet: "event", values: ["deposit", "two words"] },
      { kind: "text", negated: false, text: "johndoe" },
      { kind: "facet", negated: true, facet: "took", values: [">500ms"] },
      { kind: "text", negated: true, text: "x" },
    ]);
  });

  it("says where each term and value stands", () => {
    const { terms } = parseQuery(' -event:a,"b c"  x');
    expect(terms.map(({ from, to }) => [from, to])).toEqual([
      [1, 15],
      [17, 18],
    ]);
    expect(terms[0]?.valuePlaces).toEqual([
      { from: 8, to: 9 },
      { from: 10, to: 15 },
    ]);
  });

  it("takes addresses, times of day and JSON for text", () => {
    expect(termsOf('https://a.b/c 09:15 {"a":1}').map((term) => term.kind)).toEqual(["text", "text", "text"]);
    expect(problemsOf('https://a.b/c 09:15 {"a":1}')).toEqual([]);
  });

  it("is read whatever the case of facets and choices", () => {
    expect(termsOf("OUTCOME:Rejected")).toEqual([
      { kind: "facet", negated: false, facet: "outcome", values: ["Rejected"] },
    ]);
  });

  it.each([
    ["outcom:rejected", "unknown-facet", 'There is no "outcom:". Did you mean outcome:?'],
    ["outcome:refused", "invalid-value", '"refused" is no value of outcome. It is one of accepted, rejected'],
    ["took:500ms", "invalid-value", '"500ms" does not say how long'],
    ["took:>5", "invalid-value", '">5" does not say how long'],
    ["status:40", "invalid-value", '"40" is no HTTP status'],
    ["after:soon", "invalid-value", '"soon" is no time'],
    ["on:2h", "invalid-value", '"2h" is no day'],
    ["after:2026-02-30", "invalid-value", '"2026-02-30" is no time'],
    ["event:", "missing-value", "event: needs a value"],
    ["event:a,", "missing-value", "event: needs a value"],
    ['"open', "unclosed-quote", "The quote is not closed"],
    ['event:"open', "unclosed-quote", "The quote is not closed"],
  ])("names what is wrong in %s", (text, code, message) => {
    const [problem] = problemsOf(text);
    expect(problem?.code).toBe(code);
    expect(problem?.message).toContain(message);
  });

  it("places a problem at the part that has it", () => {
    expect(problemsOf("x outcome:rejected,no")).toMatchObject([{ from: 19, to: 21 }]);
  });
});

const nonEmpty = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
const value = (facet: (typeof facetNames)[number]) => {
  const { kind, choices } = facets[facet];
  if (kind === "choice") return fc.constantFrom(...choices);
  if (kind === "status") return fc.constantFrom("400", "4xx", ">=500", "400..404");
  if (kind === "duration") return fc.constantFrom(">500ms", "<=2s", "1s..5s", ">1.5 min");
  if (kind === "time") return fc.constantFrom("today", "2h", "2026-11-23T09:15", "2026-11-23 09:15Z");
  return kind === "day" ? fc.constantFrom("yesterday", "2026-11") : nonEmpty;
};
const facetTerm = fc.constantFrom(...facetNames).chain((facet) =>
  fc.record({
    kind: fc.constant("facet" as const),
    negated: fc.boolean(),
    facet: fc.constant(facet),
    values: fc.array(value(facet), { minLength: 1, maxLength: 3 }),
  }),
);
const textTerm = fc.record({ kind: fc.constant("text" as const), negated: fc.boolean(), text: nonEmpty });
const anyTerms = fc.array(fc.oneof(facetTerm, textTerm), { maxLength: 6 });

describe("printing", () => {
  it("gives a text that is read as the same terms, without a problem", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const text = printQuery(terms);
        expect(termsOf(text)).toEqual(terms);
        expect(problemsOf(text)).toEqual([]);
      }),
    );
  });

  it("leaves nothing of any text out of terms and problems, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const { terms, problems } = parseQuery(text);
        let rest = text;
        for (const { from, to } of [...terms, ...problems].toSorted((a, b) => b.from - a.from)) {
          expect(from).toBeLessThanOrEqual(to);
          rest = rest.slice(0, from) + " ".repeat(to - from) + rest.slice(to);
        }
        expect(rest.replaceAll(/[\s,-]/g, "")).toBe("");
        for (const { term } of terms) {
          if (term.kind === "facet") {
            for (const one of term.values) expect(problemOfValue(term.facet, one)).toBeNull();
          }
        }
        expect(termsOf(printQuery(terms.map(({ term }) => term)))).toEqual(terms.map(({ term }) => term));
      }),
    );
  });
});
