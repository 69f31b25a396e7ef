import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createThrottle } from "./throttle.ts";

describe("createThrottle", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("runs at once, and once more after a burst", () => {
    let runs = 0;
    const throttle = createThrottle(1000, () => (runs += 1));
    for (let asked = 0; asked < 50; asked += 1) throttle.ask();
    expect(runs).toBe(1);
    vi.advanceTimersByTime(1000);
    expect(runs).toBe(2);
    vi.advanceTimersByTime(5000);
    expect(runs).toBe(2);
  });

  it("runs nothing after it was stopped", () => {
    let runs = 0;
    const throttle = createThrottle(1000, () => (runs += 1));
    throttle.ask();
    throttle.ask();
    throttle.stop();
    vi.advanceTimersByTime(5000);
    expect(runs).toBe(1);
  });
});
