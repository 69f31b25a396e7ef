import { describe, expect, it } from "vitest";
import { actionFor, keyHelp } from "./keys.ts";

const plain = { hasCommand: false, hasAlt: false, isTyping: false };

describe("actionFor", () => {
  it("goes to a screen by its number, also while typing", () => {
    expect(actionFor({ ...plain, key: "2", hasCommand: true, isTyping: true })).toEqual({
      kind: "go-to-screen",
      screen: "catalogs",
    });
  });

  it("knows no screen behind the other digits", () => {
    for (const key of ["0", "3", "9"]) expect(actionFor({ ...plain, key, hasCommand: true })).toBeNull();
  });

  it("leaves / and ? to who is typing", () => {
    expect(actionFor({ ...plain, key: "/" })).toEqual({ kind: "focus-search" });
    expect(actionFor({ ...plain, key: "?" })).toEqual({ kind: "show-keys" });
    expect(actionFor({ ...plain, key: "/", isTyping: true })).toBeNull();
    expect(actionFor({ ...plain, key: "?", isTyping: true })).toBeNull();
  });

  it("leaves keys with Alt alone, which type characters on some keyboards", () => {
    expect(actionFor({ ...plain, key: "1", hasCommand: true, hasAlt: true })).toBeNull();
  });
});

describe("keyHelp", () => {
  it("lists each screen with the platform's own key", () => {
    expect(keyHelp("⌘")[0]?.keys.map((key) => key.keys)).toEqual(["⌘ 1", "⌘ 2", "⌘ 4", "⌘ 6", "/", "?"]);
  });
});
