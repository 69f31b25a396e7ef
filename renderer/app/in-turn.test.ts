import { expect, it } from "vitest";
import { createTurns } from "./in-turn.ts";

it("begins a call when the one before was answered, and also when that failed", async () => {
  const inTurn = createTurns();
  const done: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow = inTurn(() => promise.then(() => done.push("first")));
  const failing = inTurn(() => Promise.reject(new Error("second")));
  const third = inTurn(() => Promise.resolve(done.push("third")));
  const failed = expect(failing).rejects.toThrow("second");
  await new Promise((settled) => setImmediate(settled));
  expect(done).toEqual([]);
  resolve();
  await Promise.all([slow, failed, third]);
  expect(done).toEqual(["first", "third"]);
});
