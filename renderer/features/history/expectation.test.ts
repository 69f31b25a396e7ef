import { describe, expect, it } from "vitest";
import type { Finding } from "../../../shared/domain/finding.ts";
import { describeExpectation } from "./expectation.ts";

function finding(severity: Finding["severity"]): Finding {
  return { rule: "rule", code: null, severity, path: "", message: "", source: "" };
}

function known(findings: readonly Finding[], negative: boolean): Parameters<typeof describeExpectation>[0] {
  return { findings: [...findings], negative, expected: null, outcome: "rejected" };
}

describe("describeExpectation", () => {
  it("says what the sender expected, and whether it came so", () => {
    const expected = { outcome: "rejected", rule: "parameter.type" } as const;
    expect(describeExpectation({ ...known([], true), expected })).toBe(
      "rejected because of parameter.type, as its sender said; so it was",
    );
    expect(describeExpectation({ ...known([], true), expected: { outcome: "accepted", rule: null } })).toBe(
      "accepted, as its sender said; it was not",
    );
  });

  it("expects acceptance where there are warnings at most", () => {
    expect(describeExpectation(known([finding("warning")], false))).toBe(
      "to be accepted: no error was known before sending",
    );
  });

  it("expects a refusal from one error on, and counts them", () => {
    expect(describeExpectation(known([finding("error"), finding("info")], false))).toBe(
      "a refusal: 1 error finding was known before sending",
    );
    expect(describeExpectation(known([finding("error"), finding("error")], true))).toBe(
      "a refusal: 2 error findings were known before sending (sent as a negative test)",
    );
  });
});
