import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../json/parse.ts";
import { nodeAt } from "../json/path.ts";
import { numberText, objectText } from "../json/test-support/arbitrary-json.ts";
import type { JsonNode } from "../json/types.ts";
import { quoteJson } from "../json/value.ts";
import { setIdentityValue, setParameter, setTimestamp } from "./edit-form.ts";
import { readForm } from "./read-form.ts";

function namesIn(text: string): readonly string[] {
  const form = readForm({ text, event: null, api: "optievent", findings: [] });
  return form.ok ? form.rows.map((row) => row.name) : [];
}

describe("an edit of one field", () => {
  // Duplicates, escapes, white space and numbers as no program would write them.
  const odd = String.raw`"\u007a":1.0 , "z":1e400,"n": -0,"n":12345678901234567890, "t":"\/\u00e9"`;
  const whole = fc
    .tuple(objectText, objectText)
    .map(
      ([context, other]) => `{ ${odd},"customer" : "c","other":${other},"context":${context},\t${odd}\r\n}`,
    );

  /** What stands at a path is written anew, or something is put in where nothing stood; all else is as it was. */
  function expectOnly(before: string, after: string, path: readonly string[], written: string): void {
    const [was, is] = [placeOf(before, path), placeOf(after, path)];
    expect(is === null ? null : after.slice(is.start, is.end)).toBe(written);
    if (was !== null) {
      expect(after).toBe(before.slice(0, was.start) + written + before.slice(was.end));
      return;
    }
    const more = after.length - before.length;
    let at = 0;
    while (at < before.length && before[at] === after[at]) at += 1;
    expect(after.slice(0, at) + after.slice(at + more)).toBe(before);
  }

  function placeOf(of: string, path: readonly string[]): JsonNode | null {
    const parsed = parseJson(of);
    return (parsed.ok ? nodeAt(parsed.root, path) : undefined) ?? null;
  }

  it("leaves every other character as it was, in the context and around it", () => {
    const someName = fc.tuple(fc.nat(), fc.string());
    fc.assert(
      fc.property(whole, someName, numberText, fc.string(), (before, [index, fresh], digits, typed) => {
        const names = namesIn(before);
        const name = names[index % (names.length + 1)] ?? fresh;
        const withNumber = setParameter(before, name, { kind: "number", text: digits });
        expectOnly(before, withNumber, ["context", name], digits);
        const withText = setParameter(before, name, { kind: "text", text: typed });
        expectOnly(before, withText, ["context", name], quoteJson(typed));
        const customer = setIdentityValue(before, "optievent", "customer", typed);
        expectOnly(before, customer, ["customer"], quoteJson(typed));
        expectOnly(
          before,
          setTimestamp(before, { mode: "fixed", text: typed }),
          ["timestamp"],
          quoteJson(typed),
        );
      }),
    );
  });
});
