import { describe, expect, it } from "vitest";
import { shortAnswer } from "./short-answer.ts";

describe("shortAnswer", () => {
  it("is the reference of an accepted event", () => {
    expect(shortAnswer({ outcome: "accepted", reference: "1147206418897270", message: "Accepted." })).toBe(
      "1147206418897270",
    );
  });

  it("is the reason of a refusal", () => {
    const message =
      "The event was refused: Failed to validate the event with the following error - tenantId is missing or invalid.";
    expect(shortAnswer({ outcome: "rejected", reference: null, message })).toBe(
      "tenantId is missing or invalid.",
    );
  });

  it("is the sentence where there is no known beginning, or nothing after it", () => {
    for (const message of ["Connection refused.", "The event was refused: "]) {
      expect(shortAnswer({ outcome: "failed", reference: null, message })).toBe(message);
    }
  });
});
