import { describe, expect, it } from "vitest";
import { ACTIONS } from "../../app/actions/table.ts";
import { screenFor } from "./screen-for.ts";

describe("screenFor", () => {
  it.each([
    ["send", "history", "compose"],
    ["send", "compose", null],
    ["text.format", "settings", "compose"],
    ["catalog.save", "compose", "catalogs"],
    ["undo", "catalogs", null],
    ["undo", "history", "compose"],
    ["keys", "history", null],
    ["border.move", "history", null],
  ] as const)("does %s from %s on %s", (id, shown, expected) => {
    const action = ACTIONS.find((one) => one.id === id);
    if (action === undefined) throw new Error(`There is no action ${id}.`);
    expect(screenFor(action, shown)).toBe(expected);
  });
});
