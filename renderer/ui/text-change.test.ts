import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween, changesBetween, withOneUnitLineBreaks } from "./text-change.ts";

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

describe("changesBetween", () => {
  function apply(before: string, after: string): string {
    let text = before;
    for (const { from, to, insert } of changesBetween(before, after).toReversed()) {
      text = text.slice(0, from) + insert + text.slice(to);
    }
    return text;
  }

  it("touches nothing but the white space where only that differs", () => {
    expect(changesBetween('{"a": 1,"b":2}', '{\n"a":1,\n"b":2}')).toEqual([
      { from: 1, to: 1, insert: "\n" },
      { from: 5, to: 6, insert: "" },
      { from: 8, to: 8, insert: "\n" },
    ]);
  });

  it("is one change where something else differs", () => {
    expect(changesBetween('{"a": 1,"b":2}', '{"a": 12, "b":2}')).toHaveLength(1);
  });

  it("makes the new text of the old one, whatever they are, in order and without overlap", () => {
    const text = fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r", '"', "{") });
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(apply(before, after)).toBe(after);
      }),
    );
    const space = fc.constantFrom("", " ", "\n  ", "\r\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(space, space, fc.constantFrom("{", '"a b"', "1", ","))), (parts) => {
        const before = parts.map(([first, , token]) => first + token).join("");
        const after = parts.map(([, second, token]) => second + token).join("");
        expect(apply(before, after)).toBe(after);
        for (const { from, to, insert } of changesBetween(before, after)) {
          expect(before.slice(from, to).trim() + insert.trim()).toBe("");
        }
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
