import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween, withOneUnitLineBreaks } from "./text-change.ts";

describe("changeBetween", () => {
  it("finds nothing between equal texts", () => {
    expect(changeBetween("same", "same")).toBeNull();
  });

  it("names only what differs", () => {
    expect(changeBetween('{"a": 1}', '{"a": 12}')).toEqual({ from: 7, to: 7, insert: "2" });
    expect(changeBetween("aaa", "aa")).toEqual({ from: 2, to: 3, insert: "" });
  });

  it("makes the new text of the old one, whatever they are", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", '"', "\n", "\u{1F600}") });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after);
        const applied =
          change === null ? before : before.slice(0, change.from) + change.insert + before.slice(change.to);
        expect(applied).toBe(after);
      }),
    );
  });
});

describe("withOneUnitLineBreaks", () => {
  it("keeps an offset at the character it pointed to", () => {
    const shown = withOneUnitLineBreaks('{\r\n  "a": 1,\r  "b": 2\n}');
    expect(shown.text).toBe('{\n  "a": 1,\n  "b": 2\n}');
    expect(shown.text.slice(shown.offsetIn(5), shown.offsetIn(8))).toBe('"a"');
    expect(shown.text.slice(shown.offsetIn(15), shown.offsetIn(18))).toBe('"b"');
  });
});
