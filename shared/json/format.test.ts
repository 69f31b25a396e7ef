import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatJson } from "./format.ts";
import { parseJson } from "./parse.ts";
import { damagedJsonText, jsonText } from "./test-support/arbitrary-json.ts";

/** The text without the white space that means nothing; strings are kept whole. */
function withoutLayout(text: string): string {
  return text.replaceAll(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs, (_, string: string | undefined) => string ?? "");
}

describe("laying JSON out anew", () => {
  it("changes nothing but the white space, for any document", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const formatted = formatJson(text);
        expect(withoutLayout(formatted)).toBe(withoutLayout(text));
        expect(formatJson(formatted)).toBe(formatted);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the layout of JSON.stringify to what JSON.stringify wrote", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(formatJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it("keeps number text, escapes and duplicates", () => {
    expect(formatJson('{"a":100.00,"a":12345678901234567890,"b":"\\u0041\\/"}')).toBe(
      '{\n  "a": 100.00,\n  "a": 12345678901234567890,\n  "b": "\\u0041\\/"\n}',
    );
  });

  it("leaves alone what is no JSON", () => {
    fc.assert(
      fc.property(
        damagedJsonText.filter((text) => !parseJson(text).ok),
        (text) => {
          expect(formatJson(text)).toBe(text);
        },
      ),
    );
  });
});
