import { describe, expect, it } from "vitest";
import { createClosers } from "./closers.ts";

describe("what was started", () => {
  it("is ended in the opposite order, each after the one before has ended, and once", async () => {
    const closers = createClosers();
    const ended: string[] = [];
    closers.add(() => void ended.push("first"));
    closers.add(async () => {
      await Promise.resolve();
      ended.push("second");
    });
    await Promise.all([closers.closeAll(), closers.closeAll()]);
    expect(ended).toEqual(["second", "first"]);
  });

  it("is all ended although one of them fails, and the failure is told", async () => {
    const closers = createClosers();
    const ended: string[] = [];
    closers.add(() => void ended.push("first"));
    closers.add(() => Promise.reject(new Error("second fails")));
    await expect(closers.closeAll()).rejects.toMatchObject({ errors: [{ message: "second fails" }] });
    expect(ended).toEqual(["first"]);
  });
});
