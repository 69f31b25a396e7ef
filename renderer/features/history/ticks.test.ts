import { describe, expect, it } from "vitest";
import { NO_TICKS, tickAll, tickOne, tickOnward, tickRange } from "./ticks.ts";

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

  it("goes on from a row to the next, and back, always from where the range started", () => {
    const steps = ["c", "d", "e", "d", "c", "b", "a"];
    let ticks = tickOne(NO_TICKS, "c");
    const seen = steps.slice(1).map((to, index) => {
      ticks = tickOnward(ticks, steps[index] ?? "", to, order);
      return [...ticks.ids].sort().join("");
    });
    expect(seen).toEqual(["cd", "cde", "cd", "c", "bc", "abc"]);
  });

  it("starts a range at a row without a tick, and keeps the ticks that are elsewhere", () => {
    const ticks = tickOnward(tickOne(NO_TICKS, "a"), "d", "e", order);
    expect([...ticks.ids].sort()).toEqual(["a", "d", "e"]);
    expect([...tickOnward(NO_TICKS, "b", "a", order).ids].sort()).toEqual(["a", "b"]);
    expect([...tickOnward(tickOne(NO_TICKS, "gone"), "gone", "b", order).ids].sort()).toEqual(["b", "gone"]);
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
