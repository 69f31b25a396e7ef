import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeWhole } from "./write-whole.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "optievent-save-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("writes all chunks into a file for its owner only, and leaves nothing else", async () => {
  await writeWhole(join(folder, "export.json"), ["[1", ",2]"]);
  expect(readFileSync(join(folder, "export.json"), "utf8")).toBe("[1,2]");
  expect(statSync(join(folder, "export.json")).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["export.json"]);
});

it("keeps the old file when the source fails half way", async () => {
  writeFileSync(join(folder, "export.json"), "old");
  function* failing() {
    yield "[1";
    throw new Error("The source failed.");
  }
  await expect(writeWhole(join(folder, "export.json"), failing())).rejects.toThrow("The source failed.");
  expect(readFileSync(join(folder, "export.json"), "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["export.json"]);
});
