import { describe, expect, it } from "vitest";
import { NO_TICKS, tickAll, tickOne, tickRange } from "./ticks.ts";

const order = ["a", "b", "c", "d", "e"];

describe("ticking rows", () => {
  it("ticks and unticks one", () => {
    const once = tickOne(NO_TICKS, "b");
    expect([...once.ids]).toEqual(["b"]);
    expect([...tickOne(once, "b").ids]).toEqual([]);
  });

  it("ticks a range in either direction, always from the same row", () => {
    const start = tickOne(NO_TICKS, "c");
    const down = tickRange(start, "e", order);
    expect([...down.ids].sort()).toEqual(["c", "d", "e"]);
    expect([...tickRange(down, "a", order).ids].sort()).toEqual(order);
  });

  it("ticks one where a range has no start", () => {
    expect([...tickRange(NO_TICKS, "d", order).ids]).toEqual(["d"]);
  });

  it("ticks all, and none when all are ticked", () => {
    const all = tickAll(tickOne(NO_TICKS, "a"), order);
    expect([...all.ids]).toEqual(order);
    expect(tickAll(all, order)).toEqual(NO_TICKS);
  });

  it("has nothing to tick in an empty list", () => {
    expect([...tickAll(NO_TICKS, []).ids]).toEqual([]);
  });
});
