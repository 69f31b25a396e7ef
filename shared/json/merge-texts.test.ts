import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeTexts } from "./merge-texts.ts";

const base = '{\n  "a": 1.50,\n  "context": { "email": "x", "name": "y" }\n}';

describe("two texts made of the same one", () => {
  it("are brought together where they changed different members, as written", () => {
    const mine = base.replace('"x"', '"mine"');
    const theirs = base.replace('"y"', '"theirs"').replace("1.50", "2.00");
    expect(mergeTexts(base, mine, theirs)).toBe(
      '{\n  "a": 2.00,\n  "context": { "email": "mine", "name": "theirs" }\n}',
    );
    expect(mergeTexts(base, mine, base.replace(', "name": "y"', ""))).toBe(mine.replace(', "name": "y"', ""));
    expect(mergeTexts(base, mine, base.replace('"y" }', '"y", "more": [1] }'))).toBe(
      mine.replace('"y" }', '"y", "more": [1] }'),
    );
  });

  it("are as the other one where only one was changed, JSON or not", () => {
    expect(mergeTexts(base, base, "{half")).toBe("{half");
    expect(mergeTexts(base, "{half", base)).toBe("{half");
    expect(mergeTexts(base, "{half", "{half")).toBe("{half");
  });

  it.each([
    ["the same member", base.replace('"x"', '"mine"'), base.replace('"x"', '"theirs"')],
    [
      "a member, and the object it is in",
      base.replace('"x"', '"mine"'),
      '{\n  "a": 1.50,\n  "context": null\n}',
    ],
    ["a member that the other removed", base.replace('"y"', '"mine"'), base.replace(', "name": "y"', "")],
    ["a text that is no JSON", base.replace('"x"', '"mine"'), "{half"],
    ["white space alone", base.replace('"x"', '"mine"'), base.replaceAll("\n", "")],
    ["a name that stands twice", base.replace('"x"', '"mine"'), base.replace('"y"', '"y", "name": "z"')],
  ])("are not brought together where something would be lost: %s", (_what, mine, theirs) => {
    expect(mergeTexts(base, mine, theirs)).toBeNull();
  });

  it("have all that either changed, or are not brought together", () => {
    const object = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: 0, max: 2 }));
    const text = object.map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(text, text, text, (before, mine, theirs) => {
        const merged = mergeTexts(before, mine, theirs);
        if (merged === null) return;
        const [b, m, t, all] = [before, mine, theirs, merged].map((one) => JSON.parse(one) as object);
        const at = (value: object | undefined, name: string): unknown => Reflect.get(value ?? {}, name);
        for (const name of ["a", "b", "c", "d"]) {
          const expected = at(m, name) === at(b, name) ? at(t, name) : at(m, name);
          expect(at(all, name)).toBe(expected);
        }
      }),
    );
  });
});
