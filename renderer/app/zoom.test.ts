import { describe, expect, it } from "vitest";
import { zoomedBy } from "./zoom.ts";

describe("zoomedBy", () => {
  it("steps up and down and stops at the ends", () => {
    expect(zoomedBy(1, 1)).toBe(1.1);
    expect(zoomedBy(1, -1)).toBe(0.9);
    expect(zoomedBy(1.05, 1)).toBe(1.1);
    expect(zoomedBy(2, 1)).toBe(2);
    expect(zoomedBy(0.5, -1)).toBe(0.5);
  });
});
