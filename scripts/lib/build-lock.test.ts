import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withBuildLock } from "./build-lock.ts";

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "optievent-lock-"));
  lock = join(folder, "build.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("lets one build run at a time", async () => {
  let running = 0;
  let most = 0;
  async function build(): Promise<void> {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  }
  await Promise.all([1, 2, 3].map(() => withBuildLock(build, lock)));
  expect(most).toBe(1);
});

it("is given free by a build that fails", async () => {
  const failing = withBuildLock(() => Promise.reject(new Error("A source does not compile.")), lock);
  await expect(failing).rejects.toThrow("A source does not compile.");
  expect(existsSync(lock)).toBe(false);
});

it("is taken over from a process that is gone", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  writeFileSync(lock, String(pid));
  expect(await withBuildLock(() => Promise.resolve("built"), lock)).toBe("built");
});
