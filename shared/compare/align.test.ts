import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "./align.ts";

function pairs(left: string, right: string): string[] {
  const [lefts, rights] = [left.split(""), right.split("")];
  return align(lefts, rights, (one, other) => one === other).map(
    (pair) =>
      (pair.left === null ? "-" : (lefts[pair.left] ?? "?")) +
      (pair.right === null ? "-" : (rights[pair.right] ?? "?")),
  );
}

describe("align", () => {
  it.each([
    ["abc", "abc", ["aa", "bb", "cc"]],
    ["abc", "abxc", ["aa", "bb", "-x", "cc"]],
    ["abc", "ac", ["aa", "b-", "cc"]],
    ["abc", "axc", ["aa", "bx", "cc"]],
    ["", "ab", ["-a", "-b"]],
    ["aXbYc", "abc", ["aa", "X-", "bb", "Y-", "cc"]],
  ])("pairs %j with %j", (left, right, expected) => {
    expect(pairs(left, right)).toEqual(expected);
  });

  it("names every item of both sides once and in order, and pairs equals as often as any order allows", () => {
    const list = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (left, right) => {
        const aligned = align(left, right, (one, other) => one === other);
        expect(aligned.flatMap((pair) => pair.left ?? [])).toEqual(left.map((_, index) => index));
        expect(aligned.flatMap((pair) => pair.right ?? [])).toEqual(right.map((_, index) => index));
        const equals = aligned.filter(
          (pair) => pair.left !== null && pair.right !== null && left[pair.left] === right[pair.right],
        );
        expect(equals.length).toBeGreaterThanOrEqual(longestCommon(left, right));
      }),
    );
  });

  it("copes with lists of a hundred thousand that have nothing in common", () => {
    const left = Array.from({ length: 100_000 }, (_, index) => `left ${index}`);
    const right = Array.from({ length: 100_000 }, (_, index) => `right ${index}`);
    expect(align(left, right, (one, other) => one === other)).toHaveLength(100_000);
  });
});

function longestCommon(left: readonly string[], right: readonly string[]): number {
  const [first, ...rest] = left;
  if (first === undefined || right.length === 0) return 0;
  const at = right.indexOf(first);
  const without = longestCommon(rest, right);
  return at === -1 ? without : Math.max(without, 1 + longestCommon(rest, right.slice(at + 1)));
}
