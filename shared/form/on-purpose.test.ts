import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParameterType } from "../domain/catalog.ts";
import { parseJson } from "../json/parse.ts";
import type { FormValue } from "./form.ts";
import { overLongText, wrongTypeText } from "./on-purpose.ts";

const types: readonly ParameterType[] = ["string", "number", "boolean"];
const value: fc.Arbitrary<FormValue> = fc.oneof(
  fc.constantFrom<FormValue>({ state: "notSent" }, { state: "null" }, { state: "other", text: "[1]" }),
  fc.string().map((text): FormValue => ({ state: "text", text })),
  fc.integer().map((number): FormValue => ({ state: "number", text: String(number) })),
  fc.boolean().map((is): FormValue => ({ state: "boolean", value: is })),
);

describe("a value that is wrong on purpose", () => {
  it("is JSON, and never of the declared type", () => {
    fc.assert(
      fc.property(value, fc.constantFrom(...types), (of, type) => {
        const parsed = parseJson(wrongTypeText(of, type));
        expect(parsed.ok && parsed.root.kind !== type).toBe(true);
      }),
    );
  });

  it("keeps what it can: the digits of an amount, the text of a number", () => {
    expect(wrongTypeText({ state: "number", text: "100.00" }, "number")).toBe('"100.00"');
    expect(wrongTypeText({ state: "text", text: "42" }, "string")).toBe("42");
    expect(wrongTypeText({ state: "boolean", value: false }, "boolean")).toBe('"no"');
  });

  it("is one character longer than a limit", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 5000 }), (text, longest) => {
        expect(overLongText(text, longest)).toHaveLength(longest + 1);
      }),
    );
  });
});
