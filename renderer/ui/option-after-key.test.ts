import { describe, expect, it } from "vitest";
import { optionAfterKey } from "./option-after-key.ts";

const [red, rose, blue] = ["red", "rose", "blue"].map((value) => ({ value, label: value })) as [
  { value: string; label: string },
  { value: string; label: string },
  { value: string; label: string },
];
const press = (key: string, value: string | null = "red") => optionAfterKey(key, [red, rose, blue], value);

describe("a key on the closed button of a choice", () => {
  it("opens it with up and down", () => {
    expect(press("ArrowDown")).toBe("open");
    expect(press("ArrowUp")).toBe("open");
  });

  it("takes the option beside with left and right, and none beyond the ends", () => {
    expect(press("ArrowRight")).toBe(rose);
    expect(press("ArrowRight", null)).toBe(red);
    expect(press("ArrowRight", "blue")).toBeNull();
    expect(press("ArrowLeft", "blue")).toBe(rose);
    expect(press("ArrowLeft")).toBeNull();
  });

  it("goes with a letter through the options that begin with it, around the end", () => {
    expect(press("r")).toBe(rose);
    expect(press("R", "rose")).toBe(red);
    expect(press("b", null)).toBe(blue);
    expect(press("x")).toBeNull();
  });

  it("leaves the keys that press it or go on to the browser", () => {
    for (const key of [" ", "Enter", "Tab", "Escape"]) expect(press(key)).toBeNull();
  });
});
