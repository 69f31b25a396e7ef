import { describe, expect, it } from "vitest";
import { shortcutKeys, shortcutOf, typesCharacter, type KeyPress } from "./shortcut.ts";

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  return { key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...changes };
}

describe("shortcutOf", () => {
  it("names modifiers and key in one order", () => {
    expect(shortcutOf(press("v", { ctrlKey: true, shiftKey: true }), false)).toBe("Mod+Shift+V");
    expect(shortcutOf(press("F8", { shiftKey: true }), false)).toBe("Shift+F8");
    expect(shortcutOf(press("1", { ctrlKey: true }), false)).toBe("Mod+1");
  });

  it("takes Command for Ctrl on a Mac, and each for itself otherwise", () => {
    expect(shortcutOf(press("k", { metaKey: true }), true)).toBe("Mod+K");
    expect(shortcutOf(press("k", { ctrlKey: true }), true)).toBe("Ctrl+K");
    expect(shortcutOf(press("k", { metaKey: true }), false)).toBe("Ctrl+K");
  });

  it("does not care whether a keyboard needs Shift for a sign", () => {
    expect(shortcutOf(press("?", { shiftKey: true }), false)).toBe("?");
    expect(shortcutOf(press("/", { shiftKey: true }), false)).toBe("/");
    expect(shortcutOf(press("+", { ctrlKey: true, shiftKey: true }), false)).toBe("Mod+Plus");
  });

  it("tells a letter with Alt by its place, where a Mac would type another character", () => {
    expect(shortcutOf(press("∑", { code: "KeyW", altKey: true }), true)).toBe("Alt+W");
  });

  it("is none while only modifiers are held", () => {
    expect(shortcutOf(press("Control", { ctrlKey: true }), false)).toBeNull();
    expect(shortcutOf(press("Shift", { shiftKey: true }), false)).toBeNull();
  });
});

describe("a shortcut", () => {
  it("types a character where nothing makes a command of it", () => {
    expect(["/", "A", "Shift+A", "Space"].map(typesCharacter)).toEqual([true, true, true, true]);
    expect(["Mod+A", "Alt+A", "F8", "Enter"].map(typesCharacter)).toEqual([false, false, false, false]);
  });

  it("is shown as the platform writes it", () => {
    expect(shortcutKeys("Mod+Enter", false)).toEqual(["Ctrl", "⏎"]);
    expect(shortcutKeys("Mod+Shift+Z", true)).toEqual(["⌘", "Shift", "Z"]);
    expect(shortcutKeys("Mod+Plus", false)).toEqual(["Ctrl", "+"]);
  });
});
