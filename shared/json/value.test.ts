import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./parse.ts";
import { quoteJson, toValue } from "./value.ts";

describe("plain values", () => {
  it("keep __proto__ a member and no one's prototype", () => {
    const parsed = parseJson('{"__proto__":{"polluted":true}}');
    const value = parsed.ok ? toValue(parsed.root) : null;
    expect(Object.keys(value ?? {})).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("quoting text", () => {
  it("writes a JSON string that stands for the text, whatever it is, and that UTF-8 can carry", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const quoted = quoteJson(text);
        expect(parseJson(quoted)).toMatchObject({ ok: true, root: { kind: "string", value: text } });
        expect(quoted.isWellFormed()).toBe(true);
      }),
    );
  });
});
