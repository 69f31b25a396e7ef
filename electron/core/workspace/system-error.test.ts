import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { describeSystemError } from "./system-error.ts";

function reasonOf(operation: () => unknown): string {
  try {
    operation();
  } catch (error) {
    return describeSystemError(error);
  }
  throw new Error("The operation was to fail.");
}

describe("why something failed", () => {
  it("is told in words for what the system refuses", () => {
    expect(reasonOf(() => readFileSync("/"))).toBe("it is a folder, not a file");
    expect(reasonOf(() => readFileSync("/does/not/exist"))).toBe("it does not exist");
  });

  it("is told in SQLite's words for what the database refuses", () => {
    expect(reasonOf(() => new DatabaseSync("/does/not/exist"))).toBe("unable to open database file");
  });

  it("names a code that has no words yet", () => {
    const loop = Object.assign(new Error("ELOOP: too many symbolic links"), { code: "ELOOP" });
    expect(describeSystemError(loop)).toBe("the system answered ELOOP");
  });
});
