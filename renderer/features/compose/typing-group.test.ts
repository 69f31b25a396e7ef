import { describe, expect, it } from "vitest";
import { createFieldSteps, createTypingGroup } from "./typing-group.ts";

describe("steps of undo", () => {
  it("are one for typing on in a field, and another after a pause or after sending", () => {
    const { stepOf, end } = createFieldSteps();
    const first = stepOf("email", 0);
    expect(stepOf("email", 900)).toBe(first);
    expect(stepOf("email", 1_800)).toBe(first);
    expect(stepOf("name", 1_900)).not.toBe(first);
    const later = stepOf("email", 3_000);
    expect(later).not.toBe(first);
    end();
    expect(stepOf("email", 3_100)).not.toBe(later);
    expect(stepOf(null, 3_200)).toBeNull();
  });

  it("are one for typing on at one place of the text", () => {
    const groupOf = createTypingGroup();
    const first = groupOf(10, 0);
    expect(groupOf(11, 100)).toBe(first);
    expect(groupOf(40, 200)).not.toBe(first);
    expect(groupOf(41, 2_000)).not.toBe(first);
  });
});
