import { describe, expect, it } from "vitest";
import { isWrapped, recogniseLanguage } from "./code-language.ts";

describe("recogniseLanguage", () => {
  it.each([
    ['{"status":"success"}', "json"],
    ["\n  [1, 2]", "json"],
    ['{ "tenant": {{number}} ', "json"],
    ["<!doctype html>", "text"],
    ["upstream timed out", "text"],
    ["", "text"],
  ] as const)("takes %j for %s", (text, language) => {
    expect(recogniseLanguage(text)).toBe(language);
  });

  it("leaves a huge text without colours and without wrapping", () => {
    const huge = `{"a":"${"x".repeat(6_000_000)}"}`;
    expect(recogniseLanguage(huge)).toBe("text");
    expect(isWrapped(huge)).toBe(false);
  });
});
