import { describe, expect, it } from "vitest";
import { ACTIONS, actionsByKey, conflictsOf, keysOf } from "./actions.ts";

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
    expect(byKey.get("Mod+K")?.id).toBe("palette");
    expect(byKey.get("Mod+1")?.id).toBe("screen.compose");
    expect(byKey.get("Mod+Y")?.id).toBe("redo");
  });

  it("takes the user's keys in place of all of an action's own", () => {
    const chosen = { redo: "F4", search: null };
    expect(keysOf(actionNamed("redo"), chosen)).toEqual(["F4"]);
    expect(keysOf(actionNamed("search"), chosen)).toEqual([]);
    const byKey = actionsByKey(chosen);
    expect(byKey.get("F4")?.id).toBe("redo");
    expect(byKey.get("Mod+Y")).toBeUndefined();
    expect(byKey.get("/")).toBeUndefined();
  });

  it("names the actions that share a key", () => {
    const chosen = { search: "Mod+K" };
    expect(conflictsOf(actionNamed("search"), chosen)).toEqual(["Search or run a command"]);
    expect(conflictsOf(actionNamed("palette"), chosen)).toEqual(["Search on this screen"]);
  });
});
