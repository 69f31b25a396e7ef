import { describe, expect, it } from "vitest";
import { asHistoryQuery } from "./exchange-query.ts";

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
