import { describe, expect, it } from "vitest";
import { completeQuery, withValues } from "./complete.ts";

/** The caret is at the bar. */
function complete(marked: string) {
  const caret = marked.indexOf("|");
  return completeQuery(marked.replace("|", ""), caret);
}
const inserts = (marked: string) => complete(marked)?.options.map(({ insert }) => insert);

describe("completion", () => {
  it("offers facets at the start of a term, one negated too", () => {
    expect(inserts("x -ou|")).toEqual(["outcome:"]);
    expect(inserts("|")).toContain("took:");
    expect(complete("x -ou|t y")).toMatchObject({ from: 3, to: 6, typed: "ou" });
  });

  it("replaces the colon that is there", () => {
    expect(complete("ev|:login")).toMatchObject({ from: 0, to: 3 });
  });

  it("offers the values of a facet, after a comma too", () => {
    expect(inserts("outcome:accepted,re|")).toEqual(["rejected"]);
    expect(complete("outcome:accepted,re|")).toMatchObject({ from: 17, to: 19, facet: "outcome" });
    expect(inserts("on:|")).toEqual(["today", "yesterday"]);
  });

  it("asks for values of history and writes them so that they are read again", () => {
    const completion = complete('event:"de|"');
    expect(completion).toMatchObject({ facet: "event", typed: "de", from: 6, to: 10, options: [] });
    if (completion === null) throw new Error("There is a completion.");
    const values = ["order made", "deposit", "login"].map((value) => ({ value, label: value, count: 1200 }));
    expect(withValues(completion, values).options).toEqual([
      { insert: "deposit", label: "deposit", detail: "1,200" },
      { insert: '"order made"', label: "order made", detail: "1,200" },
    ]);
  });

  it("is silent in other text", () => {
    expect([complete('"out|'), complete("http://|")]).toEqual([null, null]);
  });
});
