import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFoldedJson, parseJson } from "./parse.ts";
import { damagedJsonText, jsonText } from "./test-support/arbitrary-json.ts";
import { opened } from "./test-support/opened.ts";

const long = `"${"x".repeat(10_000)}"`;

describe("a folded document", () => {
  it("has what any other has, and is refused for the same reasons", () => {
    fc.assert(
      fc.property(fc.oneof(jsonText, damagedJsonText), (text) => {
        const [plain, folded] = [parseJson(text), parseFoldedJson(text, 1_000_000)];
        expect(folded.ok ? opened(folded.root) : folded.problem).toEqual(
          plain.ok ? plain.root : plain.problem,
        );
      }),
    );
  });

  it("may be looked at in any order, with long pieces among the short ones", () => {
    const text = `{"a":[{"b":1},{"c":[${long},${long},{"d":2}]}],"e":{"f":{"g":3}}}`;
    const [plain, folded] = [parseJson(text), parseFoldedJson(text, 100)];
    if (!plain.ok || !folded.ok || folded.root.kind !== "object") throw new Error("The text is JSON.");
    const [first, last] = folded.root.members;
    if (first?.value.kind !== "array" || last === undefined) throw new Error("It has two members.");
    const lastOpened = opened(last.value);
    expect(first.value.items.map(opened).toReversed()).toHaveLength(2);
    expect(opened(last.value)).toEqual(lastOpened);
    expect(opened(folded.root)).toEqual(plain.root);
  });

  it("keeps nothing of its short objects and lists until they are asked for", () => {
    const folded = parseFoldedJson(`[{"a":[1,2,3]},${long},${long}]`, 100);
    if (!folded.ok || folded.root.kind !== "array") throw new Error("The text is a list.");
    expect(Object.keys(folded.root)).toContain("items");
    expect(Object.keys(folded.root.items[0] ?? {})).toEqual(["kind", "start", "end"]);
  });
});
