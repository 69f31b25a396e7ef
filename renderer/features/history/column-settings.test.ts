import { describe, expect, it } from "vitest";
import { arrangeColumns, changeColumns, chosenWidths, showExactly } from "./column-settings.ts";

const COLUMNS = [
  { id: "time", isUsual: true },
  { id: "event", isUsual: true },
  { id: "tenant", isUsual: false },
];

function order(settings: Parameters<typeof arrangeColumns>[1]): string[] {
  return arrangeColumns(COLUMNS, settings).map(({ column, isShown }) => `${column.id}${isShown ? "" : "-"}`);
}

describe("the columns of the history list", () => {
  it("are the usual ones before anybody chose", () => {
    expect(order([])).toEqual(["time", "event", "tenant-"]);
  });

  it("are shown, hidden and moved", () => {
    const shown = changeColumns(COLUMNS, [], { kind: "show", id: "tenant", isShown: true });
    const moved = changeColumns(COLUMNS, shown, { kind: "move", id: "tenant", by: -1 });
    expect(order(moved)).toEqual(["time", "tenant", "event"]);
    const hidden = changeColumns(COLUMNS, moved, { kind: "show", id: "time", isShown: false });
    expect(order(hidden)).toEqual(["time-", "tenant", "event"]);
  });

  it("are exactly those of a view, in its order, with the widths they have", () => {
    const wide = changeColumns(COLUMNS, [], { kind: "width", id: "event", width: 300 });
    const shown = showExactly(COLUMNS, wide, ["tenant", "gone", "event"]);
    expect(order(shown)).toEqual(["tenant", "event", "time-"]);
    expect(chosenWidths(shown)).toEqual({ event: 300 });
  });

  it("stay within the list when moved past its ends", () => {
    expect(order(changeColumns(COLUMNS, [], { kind: "move", id: "time", by: -1 }))).toEqual(order([]));
  });

  it("keep their widths, and give them back", () => {
    const wide = changeColumns(COLUMNS, [], { kind: "width", id: "event", width: 300 });
    expect(chosenWidths(changeColumns(COLUMNS, wide, { kind: "move", id: "event", by: 1 }))).toEqual({
      event: 300,
    });
    expect(chosenWidths(changeColumns(COLUMNS, wide, { kind: "width", id: "event", width: null }))).toEqual(
      {},
    );
  });

  it("survive settings of a column that is no more, and take in one that is new", () => {
    expect(
      order([
        { id: "gone", isShown: true, width: null },
        { id: "event", isShown: true, width: null },
      ]),
    ).toEqual(["event", "time", "tenant-"]);
  });
});
