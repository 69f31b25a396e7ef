import { describe, expect, it } from "vitest";
import { keyEffects } from "./key-effects.ts";
import { keySheet } from "./sheet.ts";
import { ACTIONS } from "./table.ts";

function effects(id: string, key: string) {
  const action = ACTIONS.find((one) => one.id === id);
  if (action === undefined) throw new Error(`There is no action ${id}.`);
  return keyEffects(action, key, { chosen: {}, isMac: false });
}

describe("what a key takes away", () => {
  it.each([
    "Mod+C",
    "Mod+X",
    "Mod+V",
    "Mod+A",
    "Mod+Z",
    "Mod+Y",
    "Backspace",
    "Shift+ArrowLeft",
    "Home",
    "Mod+ArrowLeft",
  ])("%s is for editing text, and refused", (key) => {
    expect(effects("send", key).isRefused).toBe(true);
  });

  it("says what a browser keeps, and what of a browser would be gone", () => {
    expect(effects("send", "Mod+W")).toEqual({
      isRefused: false,
      sentences: ["In a browser Ctrl W closes the tab: the key does not reach the console there."],
    });
    expect(effects("keys", "F5").sentences.join(" ")).toContain(
      "loads the page again, and would not any more",
    );
  });

  it("names the action that has the key already", () => {
    expect(effects("keys", "Mod+K").sentences).toEqual(['"Search or run a command" has this key already.']);
  });

  it("has nothing against a key that is free, or that the action has from the start", () => {
    expect(effects("keys", "F9")).toEqual({ isRefused: false, sentences: [] });
    expect(effects("table.all", "Mod+A").isRefused).toBe(false);
    expect(effects("undo", "Mod+Z")).toEqual({ isRefused: false, sentences: [] });
    expect(effects("table.up", "Alt+ArrowUp").isRefused).toBe(false);
    expect(effects("keys", "Mod+Enter").isRefused).toBe(false);
  });

  it("lists no key for a screen that is not there", () => {
    const lines = keySheet({}, false).flatMap(({ lines }) => lines);
    const digits = lines
      .filter(({ id }) => id.startsWith("screen."))
      .map((line) => line.combinations[0]?.[1]);
    expect(digits).toEqual(["1", "2", "4", "6"]);
  });
});
