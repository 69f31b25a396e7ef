import { describe, expect, it } from "vitest";
import { ACTIONS, actionsByKey, conflictsOf, controlKeys, keysOf } from "./table.ts";

function actionNamed(id: string) {
  const action = ACTIONS.find((one) => one.id === id);
  if (action === undefined) throw new Error(`There is no action ${id}.`);
  return action;
}

describe("the table of actions", () => {
  it("gives no key to two actions, and every action an id of its own", () => {
    expect(ACTIONS.flatMap((action) => conflictsOf(action, {}))).toEqual([]);
    expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(ACTIONS.length);
  });

  it("finds actions by the keys they have by default", () => {
    const byKey = actionsByKey({});
    expect(byKey.get("Mod+K")?.map(({ id }) => id)).toEqual(["palette"]);
    expect(byKey.get("Mod+1")?.map(({ id }) => id)).toEqual(["screen.compose"]);
    expect(byKey.get("Mod+S")?.map(({ id }) => id)).toEqual(["preset.save", "catalog.save"]);
  });

  it("takes the user's keys in place of all of an action's own", () => {
    const chosen = { redo: "F4", search: null };
    expect(keysOf(actionNamed("redo"), chosen)).toEqual(["F4"]);
    expect(keysOf(actionNamed("search"), chosen)).toEqual([]);
    const byKey = actionsByKey(chosen);
    expect(byKey.get("F4")?.map(({ id }) => id)).toEqual(["redo"]);
    expect(byKey.get("Mod+Y")).toBeUndefined();
    expect(byKey.get("/")).toBeUndefined();
  });

  it("names the actions that share a key", () => {
    const chosen = { search: "Mod+K" };
    expect(conflictsOf(actionNamed("search"), chosen)).toEqual(["Search or run a command"]);
    expect(conflictsOf(actionNamed("palette"), chosen)).toEqual(["Search on this screen"]);
  });

  it("lets a key mean one thing here and another there, and names what it is where both are heard", () => {
    const insert = actionNamed("table.insert");
    expect(conflictsOf(insert, {})).toEqual([]);
    expect(conflictsOf(insert, { "catalog.save": "Mod+Enter" })).toEqual([
      "Save the catalog's changes as a version",
    ]);
    expect(conflictsOf(insert, { "presets.run": "Mod+D" })).toEqual([]);
    expect(conflictsOf(actionNamed("palette"), { palette: "Escape" })).toContain(
      "Give up a change, or leave the table",
    );
  });

  it("tells controls what their keys mean as they are now", () => {
    const press = { key: "d", code: "KeyD", ctrlKey: true, metaKey: false, altKey: false, shiftKey: false };
    expect(controlKeys({}, false).table(press)).toBe("table.duplicate");
    expect(controlKeys({ "table.duplicate": "F9" }, false).table(press)).toBeNull();
    expect(controlKeys({ "list.all": "Mod+D" }, false).list(press)).toBe("list.all");
    expect(
      controlKeys({ "table.enter": "Mod+D" }, false).table({ ...press, key: "F2", ctrlKey: false }),
    ).toBe("table.edit");
  });
});
