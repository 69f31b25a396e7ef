import { describe, expect, it } from "vitest";
import { isReadFromMarkup } from "./clipboard.ts";
import { CLIPBOARDS } from "./test-support/clipboards.ts";
import { outline, read } from "./test-support/outline.ts";

describe("a table that was copied", () => {
  it.each([
    ["chromium", true],
    ["word", true],
    ["excel", false],
    ["googleSheets", false],
  ] as const)("from %s is read whole, from its markup: %s", (program, isMarkup) => {
    const copied = CLIPBOARDS[program];
    expect(isReadFromMarkup(copied)).toBe(isMarkup);
    const { events } = read(isMarkup ? copied.html : copied.text).catalog;
    expect(outline(events)).toEqual(["login: method string, device string", "logout: seconds number"]);
    expect(events[0]?.parameters[0]?.description).toBe("How they got in.\nLower case.");
  });

  it("leaves text that is no table, and code that stands in one on a page", () => {
    expect(isReadFromMarkup({ text: "Event Name: a", html: "<p>Event Name: a</p>" })).toBe(false);
    expect(isReadFromMarkup({ text: "Event\tType", html: "" })).toBe(false);
    const lines = "<table><tr><td>1</td><td>{</td></tr></table>";
    expect(isReadFromMarkup({ text: '{\n\t"events": {}\n}', html: lines })).toBe(false);
  });
});
