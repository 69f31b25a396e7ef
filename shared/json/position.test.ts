import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLocator, positionOf } from "./position.ts";

describe("positions", () => {
  it("count lines and columns from 1, in UTF-16 units", () => {
    const text = '{\n  "a": "😀",\n  "b": 1\n}';
    expect(positionOf(text, 0, 1)).toEqual({ offset: 0, length: 1, line: 1, column: 1 });
    expect(positionOf(text, text.indexOf('"b"'), 3)).toEqual({ offset: 17, length: 3, line: 3, column: 3 });
    expect(positionOf(text, text.indexOf(","), 1)).toMatchObject({ line: 2, column: 12 });
    expect(positionOf(text, text.length, 0)).toMatchObject({ line: 4, column: 2 });
  });

  it("know the line ends of all systems", () => {
    const locate = createLocator("a\r\nb\rc\nd");
    expect(["a", "b", "c", "d"].map((letter) => locate("a\r\nb\rc\nd".indexOf(letter), 1).line)).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it("agree with counting by hand, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "é") }), fc.nat(), (text, place) => {
        const offset = place % (text.length + 1);
        fc.pre(!(text[offset - 1] === "\r" && text[offset] === "\n"));
        const lines = text.slice(0, offset).split("\n");
        expect(positionOf(text, offset, 0)).toMatchObject({
          offset,
          line: lines.length,
          column: (lines.at(-1) ?? "").length + 1,
        });
      }),
    );
  });

  it("stay inside the text", () => {
    expect(positionOf("abc", 10, 5)).toEqual({ offset: 3, length: 0, line: 1, column: 4 });
    expect(positionOf("abc", -1, 9)).toEqual({ offset: 0, length: 3, line: 1, column: 1 });
    expect(positionOf("", 0, 0)).toEqual({ offset: 0, length: 0, line: 1, column: 1 });
  });
});
