import { describe, expect, it } from "vitest";
import { verificationSchema, type Verification } from "../../../shared/domain/history.ts";
import { verificationWords } from "./verification-words.ts";

function found(change: Partial<Verification>): Verification {
  return verificationSchema.parse({
    state: "intact",
    checked: 12_408,
    sealedLater: 0,
    removals: [],
    removed: 0,
    problem: null,
    head: null,
    ...change,
  });
}

describe("what verifying found", () => {
  it("is intact, with the number", () => {
    expect(verificationWords(found({}))).toEqual({
      verdict: "The history is intact: 12,408 exchanges are as recorded.",
      details: [],
    });
  });

  it("names the first row that is not as it was", () => {
    const problem = { kind: "changed", sequence: 1204, id: "abc", message: "It was changed." } as const;
    const { verdict, details } = verificationWords(found({ state: "broken", checked: 1203, problem }));
    expect(verdict).toContain("not as it was recorded");
    expect(details).toEqual(["Number 1,204 (abc): It was changed."]);
  });

  it("tells what was deleted on purpose from what is missing", () => {
    const { details } = verificationWords(
      found({
        removed: 3,
        removals: [{ removedAt: "2026-11-22T11:41:52.004Z", reason: "test data", count: 3 }],
      }),
    );
    expect(details).toEqual([
      "3 exchanges were deleted on purpose, and the chain says so:",
      "2026-11-22 11:41:52.004 UTC: 3, test data",
    ]);
  });
});
