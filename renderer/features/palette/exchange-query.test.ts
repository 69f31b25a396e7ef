import { describe, expect, it } from "vitest";
import { asHistoryQuery, withOutcomeBegun } from "./exchange-query.ts";

describe("asHistoryQuery", () => {
  it.each([
    ["newsletter_signup rejected", "newsletter_signup outcome:rejected"],
    ["Failed deposit", "outcome:failed deposit"],
    ["outcome:rejected -failed rejected_event", "outcome:rejected -failed rejected_event"],
    ['"was rejected today"', '"was rejected today"'],
    ["took:>500ms johndoe@domain.com", "took:>500ms johndoe@domain.com"],
  ])("reads %s as %s", (words, query) => {
    expect(asHistoryQuery(words)).toBe(query);
  });
});

describe("withOutcomeBegun", () => {
  it.each([
    ["rej", "outcome:rejected"],
    ["failed deposit Canc", "outcome:failed deposit outcome:cancelled"],
    ["rejected", "outcome:rejected"],
    ["re", null],
    ["rejoin", null],
    ["rej deposit", null],
    ['"a" rej', null],
    ["", null],
  ])("reads %s as %s", (words, query) => {
    expect(withOutcomeBegun(words)).toBe(query);
  });
});
