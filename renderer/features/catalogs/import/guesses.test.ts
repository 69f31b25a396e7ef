import { describe, expect, it } from "vitest";
import { guessesBySubject } from "./guesses.ts";

const guess = (event: string, parameter: string | null, field: string) => ({
  event,
  parameter,
  field,
  reason: "",
});

describe("the guesses of an import", () => {
  it("are found by what they are about, in their order", () => {
    const sorted = guessesBySubject([
      guess("a", null, "key"),
      guess("a", "b", "type"),
      guess("a", "b", "required"),
      guess("__proto__", "constructor", "type"),
    ]);
    expect(sorted.of("a", null).map(({ field }) => field)).toEqual(["key"]);
    expect(sorted.of("a", "b").map(({ field }) => field)).toEqual(["type", "required"]);
    expect(sorted.of("__proto__", "constructor")).toHaveLength(1);
    expect(sorted.of("b", null)).toEqual([]);
    expect(["a", "__proto__", "b"].map(sorted.count)).toEqual([3, 1, 0]);
  });
});
