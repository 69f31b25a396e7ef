import { describe, expect, it } from "vitest";
import {
  isSelected,
  NOTHING_SELECTED,
  tickAll,
  tickOne,
  tickRange,
  type ExchangeSelection,
} from "./selection.ts";

const LOADED = ["a", "b", "c", "d", "e"];

function ticked(selection: ExchangeSelection): string[] {
  return LOADED.filter((id) => isSelected(selection, id));
}

describe("the selection of exchanges", () => {
  it("takes one after the other, and gives it back", () => {
    const two = tickOne(tickOne(NOTHING_SELECTED, "d", LOADED), "b", LOADED);
    expect(ticked(two)).toEqual(["b", "d"]);
    expect(ticked(tickOne(two, "d", LOADED))).toEqual(["b"]);
  });

  it("takes a range from the last one, upwards too", () => {
    const from = tickOne(NOTHING_SELECTED, "d", LOADED);
    expect(ticked(tickRange(from, "b", LOADED))).toEqual(["b", "c", "d"]);
    expect(ticked(tickRange(tickRange(from, "b", LOADED), "e", LOADED))).toEqual(["b", "c", "d", "e"]);
  });

  it("begins a range where there was none", () => {
    expect(ticked(tickRange(NOTHING_SELECTED, "c", LOADED))).toEqual(["c"]);
  });

  it("takes everything, also what is not loaded, and gives it back", () => {
    const all = tickAll(NOTHING_SELECTED, 7);
    expect(isSelected(all, "never loaded")).toBe(true);
    expect(all).toEqual({ kind: "all", upTo: 7 });
    expect(tickAll(all, 9)).toBe(NOTHING_SELECTED);
  });

  it("leaves the loaded ones when one is taken away from everything", () => {
    const fewer = tickOne(tickAll(NOTHING_SELECTED, 7), "b", LOADED);
    expect(ticked(fewer)).toEqual(["a", "c", "d", "e"]);
    expect(isSelected(fewer, "never loaded")).toBe(false);
  });
});
