import { describe, expect, it } from "vitest";
import type { Finding } from "../../../shared/domain/finding.ts";
import { describeExpectation } from "./expectation.ts";

function finding(severity: Finding["severity"]): Finding {
  return { rule: "rule", code: null, severity, path: "", message: "", source: "" };
}

describe("describeExpectation", () => {
  it("expects acceptance where there are warnings at most", () => {
    expect(describeExpectation({ findings: [finding("warning")], negative: false })).toBe(
      "to be accepted: no error was known before sending",
    );
  });

  it("expects a refusal from one error on, and counts them", () => {
    expect(describeExpectation({ findings: [finding("error"), finding("info")], negative: false })).toBe(
      "a refusal: 1 error finding was known before sending",
    );
    expect(describeExpectation({ findings: [finding("error"), finding("error")], negative: true })).toBe(
      "a refusal: 2 error findings were known before sending (sent as a negative test)",
    );
  });
});
