import { describe, expect, it } from "vitest";
import { gridKeyMeaning } from "./data-grid-keys.ts";

const NO_MODIFIER = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

function meaning(key: string, modifiers: Partial<typeof NO_MODIFIER> = {}) {
  return gridKeyMeaning({ key, ...NO_MODIFIER, ...modifiers }, false, 10, 100, 20);
}

describe("the keys of a table", () => {
  it.each([
    ["ArrowDown", 11],
    ["ArrowUp", 9],
    ["PageDown", 30],
    ["PageUp", 0],
    ["Home", 0],
    ["End", 99],
  ])("%s goes to row %d", (key, row) => {
    expect(meaning(key)).toEqual({ kind: "move", row, isRange: false });
    expect(meaning(key, { shiftKey: true })).toEqual({ kind: "move", row, isRange: true });
  });

  it("open, tick, and go one step back", () => {
    expect(meaning("Enter")).toEqual({ kind: "open" });
    expect(meaning(" ")).toEqual({ kind: "tick", isRange: false });
    const press = { key: "F6", ...NO_MODIFIER };
    expect(gridKeyMeaning(press, true, 10, 100, 20)).toEqual({ kind: "tick-all" });
    expect(meaning("Escape")).toEqual({ kind: "escape" });
  });

  it("leave the window's own keys alone", () => {
    expect(meaning("4", { ctrlKey: true })).toBeNull();
    expect(meaning("ArrowDown", { altKey: true })).toBeNull();
    expect(meaning("x")).toBeNull();
  });
});
