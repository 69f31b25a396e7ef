import { describe, expect, it } from "vitest";
import type { TableAction } from "../control-actions.tsx";
import { cellAfterCommit, meaningOf, type GridKey } from "./grid-keys.ts";
import { clampSelection, rangeOf, selectCell } from "./grid-selection.ts";
import { rowsInView, scrollToCell } from "./grid-window.ts";

const size = { rows: 4, columns: 3 };
const at = (row: number, column: number) => selectCell({ row, column });
const press = (key: string, held: Partial<GridKey> = {}, from = at(1, 1)) =>
  meaningOf({ key, hasShift: false, hasCommand: false, hasAlt: false, ...held }, null, from, size, 2);
const act = (action: TableAction) =>
  meaningOf({ key: "F6", hasShift: false, hasCommand: false, hasAlt: false }, action, at(1, 1), size, 2);
const cell = (row: number, column: number) => ({ kind: "select", selection: at(row, column) });

describe("the keys of a grid", () => {
  it.each([
    ["ArrowDown", {}, 2, 1],
    ["ArrowUp", { hasCommand: true }, 0, 1],
    ["ArrowRight", { hasCommand: true }, 1, 2],
    ["Home", {}, 1, 0],
    ["End", { hasCommand: true }, 3, 2],
    ["PageDown", {}, 3, 1],
    ["PageUp", {}, 0, 1],
    ["Tab", {}, 1, 2],
    ["Tab", { hasShift: true }, 1, 0],
  ] as const)("%s %j goes to row %i, column %i", (key, held, row, column) => {
    expect(press(key, held)).toEqual(cell(row, column));
  });

  it("Tab goes on in the next row, and leaves at the ends to what is before and behind", () => {
    expect(press("Tab", {}, at(1, 2))).toEqual(cell(2, 0));
    expect(press("Tab", {}, at(3, 2))).toBeNull();
    expect(press("Tab", { hasShift: true }, at(0, 0))).toBeNull();
  });

  it("Shift selects from where it began", () => {
    const meaning = press("ArrowRight", { hasShift: true });
    expect(meaning).toEqual({
      kind: "select",
      selection: { anchor: { row: 1, column: 1 }, cursor: { row: 1, column: 2 } },
    });
    const all = act("table.all");
    expect(all?.kind === "select" ? rangeOf(all.selection) : null).toEqual({
      top: 0,
      bottom: 3,
      left: 0,
      right: 2,
    });
  });

  it("typing writes over what is there, Enter keeps it", () => {
    expect(press("x")).toEqual({ kind: "edit", text: "x" });
    expect(press("\u00e9")).toEqual({ kind: "edit", text: "\u00e9" });
    expect(press("Enter")).toEqual({ kind: "edit", text: null });
  });

  it.each([
    [" ", {}, "toggle"],
    ["Delete", {}, "clear"],
    ["Escape", {}, "leave"],
  ] as const)("%s %j means %s", (key, held, kind) => {
    expect(press(key, held)?.kind).toBe(kind);
  });

  it.each([
    ["table.remove", "remove-rows"],
    ["table.insert", "insert-row"],
    ["table.duplicate", "duplicate-rows"],
    ["table.up", "move-rows"],
    ["table.edit", "edit"],
  ] as const)("a key that the user gave to %s means %s", (action, kind) => {
    expect(act(action)?.kind).toBe(kind);
  });

  it("leaves to the window what it does not know", () => {
    for (const key of ["F8", "Shift", "Insert"]) expect(press(key)).toBeNull();
    for (const key of ["z", "s", "1", "d", "Enter"]) expect(press(key, { hasCommand: true })).toBeNull();
  });
});

describe("the cell after one is taken", () => {
  it("is below or on, also below a row that has just begun, and never outside", () => {
    expect(cellAfterCommit({ row: 3, column: 0 }, "down", size)).toEqual({ row: 4, column: 0 });
    expect(cellAfterCommit({ row: 0, column: 0 }, "up", size)).toEqual({ row: 0, column: 0 });
    expect(cellAfterCommit({ row: 0, column: 2 }, "next", size)).toEqual({ row: 1, column: 0 });
    expect(cellAfterCommit({ row: 0, column: 0 }, "previous", size)).toEqual({ row: 0, column: 0 });
  });
});

describe("what a grid shows", () => {
  it("draws the rows in view and some around, of any number", () => {
    expect(rowsInView(50_000, { top: 29_000, height: 290 })).toEqual({ first: 997, end: 1013 });
    expect(rowsInView(3, { top: 0, height: 900 })).toEqual({ first: 0, end: 3 });
  });

  it("scrolls no further than it takes to show a cell beside the columns that stay", () => {
    const columns = [{ width: 100 }, { width: 80 }, { width: 80 }, { width: 80 }];
    const view = { top: 0, left: 0, width: 300, height: 200 };
    expect(scrollToCell({ row: 1, column: 1 }, columns, view)).toEqual({ top: 0, left: 0 });
    expect(scrollToCell({ row: 9, column: 3 }, columns, view)).toEqual({ top: 118, left: 76 });
    expect(scrollToCell({ row: 0, column: 1 }, columns, { ...view, top: 118, left: 76 })).toEqual({
      top: 0,
      left: 0,
    });
  });

  it("keeps the selection within a grid that became smaller", () => {
    expect(clampSelection(at(9, 9), size)).toEqual(at(3, 2));
  });
});
