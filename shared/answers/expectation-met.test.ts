import { describe, expect, it } from "vitest";
import type { Exchange } from "../domain/exchange.ts";
import type { Finding } from "../domain/finding.ts";
import { expectationMet } from "./expectation-met.ts";

const error: Finding = { rule: "rule", code: null, severity: "error", path: "", message: "", source: "" };

function sent(outcome: Exchange["outcome"], findings: Finding[] = [], expected: Exchange["expected"] = null) {
  return expectationMet({ outcome, findings, expected });
}

describe("expectationMet", () => {
  it("is met by a refusal of what was known to be wrong, and by acceptance of what was not", () => {
    expect(sent("accepted")).toEqual({
      isMet: true,
      text: "As expected: no error was known before sending.",
    });
    expect(sent("rejected", [error])).toEqual({
      isMet: true,
      text: "As expected: 1 error was known before sending.",
    });
  });

  it("says what came where that is not what was known before", () => {
    expect(sent("rejected", [{ ...error, severity: "warning" }])).toEqual({
      isMet: false,
      text: "Not as expected: rejected, though no error was known before sending.",
    });
    expect(sent("accepted", [error, error])).toEqual({
      isMet: false,
      text: "Not as expected: accepted, though 2 errors were known before sending.",
    });
  });

  it("is left open by an answer that is none", () => {
    expect(sent("failed").isMet).toBeNull();
    expect(sent("unrecognised", [error]).text).toBe("Expected a refusal: 1 error was known before sending.");
  });

  it("goes by what the sender said, before all else", () => {
    const expected = { outcome: "rejected", rule: "parameter.type" } as const;
    expect(sent("rejected", [], expected)).toEqual({
      isMet: true,
      text: "As expected: rejected by the rule parameter.type.",
    });
    expect(sent("accepted", [], expected)).toEqual({
      isMet: false,
      text: "Not as expected: rejected by the rule parameter.type was expected.",
    });
    expect(sent("failed", [error], { outcome: "failed", rule: null }).isMet).toBe(true);
  });
});
