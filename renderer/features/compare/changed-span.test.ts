import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitValue } from "./changed-span.ts";

describe("splitValue", () => {
  it.each([
    ["c-20418", "c-20455", "c-204", "18", ""],
    ["abc", "abXc", "ab", "", "c"],
    ["😀", "😁", "", "😀", ""],
    ["aa", "aaa", "aa", "", ""],
  ])("%j beside %j", (value, other, start, middle, end) => {
    expect(splitValue(value, other)).toEqual({ start, middle, end });
  });

  it("loses nothing of the value", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, other) => {
        const { start, middle, end } = splitValue(value, other);
        expect(start + middle + end).toBe(value);
      }),
    );
  });
});
