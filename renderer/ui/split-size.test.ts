import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clampSize, maximumSize, sizeAfterKey } from "./split-size.ts";

const limits = { available: 1000, minimum: 200, minimumOther: 300 };

describe("clampSize", () => {
  it("keeps both panes above their minimum", () => {
    expect(clampSize(100, limits)).toBe(200);
    expect(clampSize(900, limits)).toBe(700);
    expect(clampSize(450.4, limits)).toBe(450);
  });

  it("keeps the sized pane's minimum where both do not fit", () => {
    expect(maximumSize({ available: 400, minimum: 200, minimumOther: 300 })).toBe(200);
  });
});

describe("sizeAfterKey", () => {
  it("moves the separator with the arrow, whichever side is sized", () => {
    expect(sizeAfterKey({ name: "ArrowRight", isLarge: false }, 400, limits, true)).toBe(416);
    expect(sizeAfterKey({ name: "ArrowRight", isLarge: false }, 400, limits, false)).toBe(384);
    expect(sizeAfterKey({ name: "ArrowUp", isLarge: true }, 400, limits, true)).toBe(336);
  });

  it("goes to the ends with Home and End", () => {
    expect(sizeAfterKey({ name: "Home", isLarge: false }, 400, limits, true)).toBe(200);
    expect(sizeAfterKey({ name: "Home", isLarge: false }, 400, limits, false)).toBe(700);
    expect(sizeAfterKey({ name: "End", isLarge: false }, 400, limits, true)).toBe(700);
  });

  it("leaves other keys alone", () => {
    expect(sizeAfterKey({ name: "Tab", isLarge: false }, 400, limits, true)).toBeNull();
  });

  it("never leaves the limits", () => {
    const keys = fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End");
    fc.assert(
      fc.property(
        keys,
        fc.boolean(),
        fc.integer({ min: 200, max: 700 }),
        fc.boolean(),
        (name, isLarge, size, forward) => {
          const next = sizeAfterKey({ name, isLarge }, size, limits, forward);
          expect(next).not.toBeNull();
          expect(next).toBeGreaterThanOrEqual(200);
          expect(next).toBeLessThanOrEqual(700);
        },
      ),
    );
  });
});
