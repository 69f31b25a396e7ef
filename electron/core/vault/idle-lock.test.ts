import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { startIdleLock, type IdleLock } from "./idle-lock.ts";

const MINUTE = 60_000;

let time: { elapsed: number; wall: number };
let locks = 0;
beforeEach(() => {
  time = { elapsed: 0, wall: 0 };
  locks = 0;
});

function start(minutes: number): IdleLock {
  const idle = startIdleLock({
    minutes: () => minutes,
    lock: () => (locks += 1),
    clock: { elapsed: () => time.elapsed, wall: () => time.wall },
  });
  onTestFinished(() => idle.stop());
  return idle;
}

function pass(minutes: number): void {
  time.elapsed += minutes * MINUTE;
  time.wall += minutes * MINUTE;
}

describe("the lock after idleness", () => {
  it("comes when nothing was done for so long, and not before", () => {
    const idle = start(10);
    pass(9.99);
    idle.look();
    expect(locks).toBe(0);
    pass(0.01);
    idle.look();
    expect(locks).toBe(1);
  });

  it("is put off by whatever is done", () => {
    const idle = start(10);
    for (let count = 0; count < 5; count += 1) {
      pass(9);
      idle.touch();
    }
    expect(locks).toBe(0);
  });

  it("comes before what is done after the time is over", () => {
    const idle = start(10);
    pass(11);
    idle.touch();
    expect(locks).toBe(1);
  });

  it("never comes where the setting is 0", () => {
    const idle = start(0);
    pass(100_000);
    idle.look();
    expect(locks).toBe(0);
  });

  it("comes in time although the clock was set back", () => {
    const idle = start(10);
    pass(5);
    time.wall -= 1000 * MINUTE;
    pass(5);
    idle.look();
    expect(locks).toBe(1);
  });

  it("comes after a night asleep, through which only the wall clock ran", () => {
    const idle = start(10);
    time.wall += 600 * MINUTE;
    idle.look();
    expect(locks).toBe(1);
  });
});
