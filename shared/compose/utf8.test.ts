import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeUtf8, utf8Length } from "./utf8.ts";

describe("UTF-8", () => {
  it.each([
    ["", 0],
    ["a", 1],
    ["é", 2],
    ["€", 3],
    ["😀", 4],
    ["\ud83d", 3],
    ["\ude00", 3],
    ["\ude00\ud83d", 6],
    ["\ud83d\ud83d\ude00", 7],
  ])("%j has %i bytes", (text, length) => {
    expect(utf8Length(text)).toBe(length);
  });

  it("has the length counted, for any text with any lone surrogates", () => {
    const units = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
    const surrogates = fc.constantFrom("\ud800", "\udbff", "\udc00", "\udfff", "a");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: units }), fc.string({ unit: surrogates })), (text) => {
        expect(utf8Length(text)).toBe(encodeUtf8(text).length);
        expect(utf8Length(text)).toBe(Buffer.byteLength(text, "utf8"));
      }),
    );
  });

  it("adds no byte-order mark", () => {
    expect([...encodeUtf8("{}")]).toEqual([0x7b, 0x7d]);
  });
});
