import { describe, expect, it } from "vitest";
import { coalesce } from "./coalesce.ts";

describe("coalesce", () => {
  it("runs once more after a burst, not once for each", async () => {
    let runs = 0;
    const ask = coalesce(async () => {
      runs += 1;
      await Promise.resolve();
    });
    await Promise.all([ask(), ask(), ask(), ask()]);
    expect(runs).toBe(2);
  });

  it("runs again when asked later, also after a failure", async () => {
    let runs = 0;
    const ask = coalesce(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error("first")) : Promise.resolve();
    });
    await expect(ask()).rejects.toThrow("first");
    await ask();
    expect(runs).toBe(2);
  });
});
