import { describe, expect, it } from "vitest";
import { mergeDraft } from "./merge-draft.ts";

const content = (text: string, variables: Readonly<Record<string, string>> = {}) => ({
  text,
  variables: Object.entries(variables).map(([name, value]) => ({ name, value })),
  presetId: null,
});

describe("a draft that two windows changed", () => {
  it("has what either changed", () => {
    const base = content('{"a":1,"b":1}', { x: "1", y: "1", z: "1" });
    const mine = content('{"a":2,"b":1}', { x: "2", y: "1", mine: "1" });
    const theirs = content('{"a":1,"b":2}', { x: "1", y: "2", z: "1", theirs: "1" });
    expect(mergeDraft(base, mine, { ...theirs, presetId: "p" })).toEqual({
      ...content('{"a":2,"b":2}', { x: "2", y: "2", mine: "1", theirs: "1" }),
      presetId: "p",
      isContested: false,
      otherValues: [],
    });
  });

  it("is mine where both changed the same, and says what the other had", () => {
    const base = content('{"a":1}', { x: "1" });
    const merged = mergeDraft(base, content('{"a":2}', { x: "2" }), content('{"a":3}', { x: "3" }));
    expect(merged).toMatchObject({
      text: '{"a":2}',
      isContested: true,
      variables: [{ name: "x", value: "2" }],
    });
    expect(merged.otherValues).toEqual([{ name: "x", value: "3" }]);
  });
});
