import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  columnWidths,
  GRID_HEAD_HEIGHT,
  GRID_ROW_HEIGHT,
  rowWindow,
  scrollTopForRow,
} from "./data-grid-layout.ts";

const columns = [
  { id: "time", width: 100, minWidth: 70 },
  { id: "event", width: 100, minWidth: 80, grow: 2 },
  { id: "answer", width: 100, minWidth: 60, grow: 1 },
];

describe("columnWidths", () => {
  it("gives the room that is left over to the columns that grow", () => {
    expect(columnWidths(columns, {}, 600)).toEqual([100, 300, 200]);
  });

  it("takes from each what it can do without", () => {
    expect(columnWidths(columns, {}, 255)).toEqual([85, 90, 80]);
  });

  it("never goes below what a column needs", () => {
    expect(columnWidths(columns, {}, 50)).toEqual([70, 80, 60]);
  });

  it("keeps a width that was chosen, and lets the others grow around it", () => {
    expect(columnWidths(columns, { event: 150 }, 600)).toEqual([100, 150, 350]);
  });

  it("leaves no hole where every width was chosen", () => {
    expect(columnWidths(columns, { time: 100, event: 100, answer: 100 }, 400)).toEqual([100, 100, 200]);
  });

  it("fits whenever the columns' needs do", () => {
    const width = fc.integer({ min: 210, max: 2000 });
    fc.assert(
      fc.property(width, (available) => {
        const total = columnWidths(columns, {}, available).reduce((sum, one) => sum + one, 0);
        expect(total).toBeLessThanOrEqual(available);
      }),
    );
  });
});

describe("the rows to draw", () => {
  it("hold every row in view", () => {
    const viewport = { top: 100 * GRID_ROW_HEIGHT, height: 600 };
    const { first, end } = rowWindow(1_000, viewport);
    expect(first).toBeLessThan(100);
    expect(end).toBeGreaterThanOrEqual(120);
  });

  it("come into view below the head, moving as little as possible", () => {
    const viewport = { top: 300, height: 300 };
    expect(scrollTopForRow(2, viewport)).toBe(60);
    expect(scrollTopForRow(12, viewport)).toBe(300);
    expect(scrollTopForRow(19, viewport)).toBe(20 * GRID_ROW_HEIGHT - 300 + GRID_HEAD_HEIGHT);
  });
});
