import { describe, expect, it } from "vitest";
import { exampleExchange } from "../domain/test-support/example-exchange.ts";
import { compareWithExpectation } from "./compare-expectation.ts";
import { judgeComparison } from "./comparison.ts";
import { DEFAULT_IGNORE_RULES } from "./ignore.ts";

describe("an exchange against what was expected", () => {
  it("differs where another outcome came", () => {
    const raw = compareWithExpectation(
      { expected: { outcome: "rejected", rule: "parameter.type" }, text: null },
      exampleExchange({ outcome: "accepted" }),
    );
    const { sections, differences } = judgeComparison(raw, DEFAULT_IGNORE_RULES);
    expect(differences).toBe(2);
    expect(sections[0]?.rows.map(({ left, right }) => [left, right])).toEqual([
      ["rejected", "accepted"],
      ["parameter.type", null],
    ]);
  });

  it("differs from its preset where another value was sent", () => {
    const exchange = exampleExchange();
    const text = exchange.request.text.replace("100.00", "99");
    const raw = compareWithExpectation({ expected: { outcome: "accepted", rule: null }, text }, exchange);
    const { sections, differences } = judgeComparison(raw, DEFAULT_IGNORE_RULES);
    expect(differences).toBe(1);
    expect(sections.map(({ part }) => part)).toEqual(["result", "request.body"]);
  });
});
