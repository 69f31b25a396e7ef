import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  HEADING_HEIGHT,
  listHeight,
  ROW_HEIGHT,
  rowAfterKey,
  rowTop,
  scrollTopFor,
  visibleSections,
} from "./list-window.ts";

describe("the window onto a long list", () => {
  it("holds few rows, however long the list is", () => {
    const sections = visibleSections([5, 2000], { top: 20_000, height: 700 });
    expect(sections.map(({ index }) => index)).toEqual([1]);
    const drawn = sections.reduce((rows, { first, end }) => rows + end - first, 0);
    expect(drawn).toBeLessThan(45);
  });

  it("leaves out sections that are out of view", () => {
    expect(visibleSections([3, 3], { top: 0, height: HEADING_HEIGHT }).map(({ index }) => index)).toEqual([
      0,
    ]);
    expect(visibleSections([], { top: 0, height: 100 })).toEqual([]);
  });

  it("draws every row that is in view, and none that does not exist", () => {
    const counts = fc.array(fc.nat(60), { maxLength: 6 });
    fc.assert(
      fc.property(counts, fc.nat(6000), fc.integer({ min: 1, max: 900 }), (rowCounts, top, height) => {
        const drawn = new Set<number>();
        for (const section of visibleSections(rowCounts, { top, height })) {
          const before = rowCounts.slice(0, section.index).reduce((sum, count) => sum + count, 0);
          expect(section.end).toBeLessThanOrEqual(rowCounts[section.index] ?? 0);
          for (let row = section.first; row < section.end; row += 1) drawn.add(before + row);
        }
        const total = rowCounts.reduce((sum, count) => sum + count, 0);
        for (let row = 0; row < total; row += 1) {
          const at = rowTop(rowCounts, row);
          if (at + ROW_HEIGHT > top && at < top + height) expect(drawn.has(row)).toBe(true);
        }
      }),
    );
  });

  it("scrolls to a row as little as needed, with the heading of a section's first row", () => {
    const viewport = { top: 100, height: 200 };
    expect(scrollTopFor([50], 3, viewport)).toBe(rowTop([50], 3) - HEADING_HEIGHT);
    expect(scrollTopFor([50], 4, viewport)).toBe(100);
    expect(scrollTopFor([50], 20, viewport)).toBe(rowTop([50], 20) + ROW_HEIGHT - 200);
    expect(scrollTopFor([50], 0, viewport)).toBe(0);
    expect(listHeight([2, 1])).toBe(2 * HEADING_HEIGHT + 3 * ROW_HEIGHT);
  });

  it.each([
    ["ArrowDown", 9, 9],
    ["ArrowDown", 0, 1],
    ["ArrowUp", 0, 0],
    ["PageDown", 2, 6],
    ["PageUp", 2, 0],
    ["Home", 5, 0],
    ["End", 5, 9],
    ["a", 5, null],
  ])("goes with %s from row %i to %o", (key, from, to) => {
    expect(rowAfterKey(key, from, 10, 4)).toBe(to);
  });
});
