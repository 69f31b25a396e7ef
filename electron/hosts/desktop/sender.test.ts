import { describe, expect, it } from "vitest";
import { isOwnSender } from "./sender.ts";

const frame = { parent: null, origin: "app://console" };

describe("a message", () => {
  it("is the window's when it comes from its own document", () => {
    expect(isOwnSender({ sender: { id: 1 }, senderFrame: frame }, 1)).toBe(true);
  });

  it.each([
    ["another page", { id: 2 }, frame],
    ["another origin", { id: 1 }, { ...frame, origin: "https://evil.example" }],
    ["a host of our scheme that is not ours", { id: 1 }, { ...frame, origin: "app://other" }],
    ["an opaque origin", { id: 1 }, { ...frame, origin: "null" }],
    ["a frame that is gone", { id: 1 }, null],
  ])("is not the window's when it comes from %s", (_case, sender, senderFrame) => {
    expect(isOwnSender({ sender, senderFrame }, 1)).toBe(false);
  });

  it("is nobody's while there is no window", () => {
    expect(isOwnSender({ sender: { id: 1 }, senderFrame: frame }, null)).toBe(false);
  });
});
