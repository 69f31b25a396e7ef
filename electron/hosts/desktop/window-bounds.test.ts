import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeWindow, type Rectangle } from "./window-bounds.ts";

const left: Rectangle = { x: 0, y: 25, width: 1920, height: 1055 };
const right: Rectangle = { x: 1920, y: 0, width: 2560, height: 1440 };

describe("the window's place", () => {
  it("is the middle of the first display at a first start", () => {
    expect(placeWindow(null, [left])).toEqual({ x: 240, y: 103, width: 1440, height: 900 });
  });

  it("is where it was", () => {
    const saved = { x: 2000, y: 100, width: 1200, height: 800 };
    expect(placeWindow(saved, [left, right])).toEqual(saved);
  });

  it("is the middle of the first display when its own is gone", () => {
    expect(placeWindow({ x: 2000, y: 100, width: 1200, height: 800 }, [left])).toEqual(
      placeWindow(null, [left]),
    );
  });

  it("is moved onto the display that it sticks out of", () => {
    expect(placeWindow({ x: -300, y: 900, width: 1200, height: 800 }, [left])).toEqual({
      x: 0,
      y: 280,
      width: 1200,
      height: 800,
    });
  });

  it("lies wholly on one display, whatever was saved", () => {
    const whole = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 1, max: 10_000 });
    const saved = fc.record({ x: whole, y: whole, width: size, height: size });
    fc.assert(
      fc.property(saved, (rectangle) => {
        const placed = placeWindow(rectangle, [left, right]);
        const holds = (area: Rectangle) =>
          placed.x >= area.x &&
          placed.y >= area.y &&
          placed.x + placed.width <= area.x + area.width &&
          placed.y + placed.height <= area.y + area.height;
        expect([left, right].some(holds)).toBe(true);
      }),
    );
  });
});
