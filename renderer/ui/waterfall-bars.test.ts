import { describe, expect, it } from "vitest";
import { waterfallBars } from "./waterfall-bars.ts";

const none = { dns: null, connect: null, tls: null, send: null, wait: null, receive: null, total: 0 };

describe("waterfallBars", () => {
  it("puts the phases one after the other", () => {
    const bars = waterfallBars({ ...none, dns: 1, connect: 1, send: 2, wait: 4, receive: 2, total: 10 });
    expect(bars.map((bar) => [bar.name, bar.start, bar.length])).toEqual([
      ["DNS", 0, 0.1],
      ["Connect", 0.1, 0.1],
      ["Send", 0.2, 0.2],
      ["Wait", 0.4, 0.4],
      ["Receive", 0.8, 0.2],
    ]);
  });

  it("shows what went by before the first phase, so that the phases add up to the total", () => {
    const bars = waterfallBars({ ...none, send: 1, wait: 2, receive: 1, total: 8 });
    expect(bars.map((bar) => [bar.name, bar.milliseconds, bar.start])).toEqual([
      ["Prepare", 4, 0],
      ["Send", 1, 0.5],
      ["Wait", 2, 0.625],
      ["Receive", 1, 0.875],
    ]);
  });

  it("leaves out what did not take place on a reused connection", () => {
    const bars = waterfallBars({ ...none, send: 1, wait: 3, receive: 0, total: 4 });
    expect(bars.map((bar) => bar.name)).toEqual(["Send", "Wait", "Receive"]);
  });

  it("has no bars of impossible length where everything took no time", () => {
    const bars = waterfallBars({ ...none, send: 0, wait: 0, receive: 0 });
    expect(bars.every((bar) => bar.start === 0 && bar.length === 0)).toBe(true);
  });
});
