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
    const guessesOf = guessesBySubject([
      guess("a", null, "key"),
      guess("a", "b", "type"),
      guess("a", "b", "required"),
      guess("__proto__", "constructor", "type"),
    ]);
    expect(guessesOf("a", null).map(({ field }) => field)).toEqual(["key"]);
    expect(guessesOf("a", "b").map(({ field }) => field)).toEqual(["type", "required"]);
    expect(guessesOf("__proto__", "constructor")).toHaveLength(1);
    expect(guessesOf("b", null)).toEqual([]);
  });
});
