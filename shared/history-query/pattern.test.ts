import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textPattern } from "./pattern.ts";

/** Word for word what `*` means, slowly. */
function matchesSlowly(pattern: string, text: string): boolean {
  if (pattern === "") return text === "";
  if (pattern.startsWith("*")) {
    return Array.from({ length: text.length + 1 }, (_, index) => index).some((index) =>
      matchesSlowly(pattern.slice(1), text.slice(index)),
    );
  }
  return text !== "" && pattern[0] === text[0] && matchesSlowly(pattern.slice(1), text.slice(1));
}

describe("a pattern", () => {
  it("matches what its stars allow", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 7 });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 }), (pattern, text) => {
        expect(textPattern(pattern).matches(text)).toBe(matchesSlowly(pattern, text));
      }),
    );
  });

  it("does not mind the case, and knows what everything that matches begins with", () => {
    const pattern = textPattern("Newsletter*UP");
    expect([pattern.matches("NEWSLETTER_signup"), pattern.prefix, pattern.isExact]).toEqual([
      true,
      "newsletter",
      false,
    ]);
  });
});
