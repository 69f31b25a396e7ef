import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { repositoryRoot } from "./run-tool.ts";

const defaultPath = join(repositoryRoot, ".cache", "build.lock");
const RETRY_MS = 200;

/**
 * Runs one build at a time: two starts of a fresh checkout would empty each other's output folders. Waits for a build
 * that another process has under way; a lock whose process is gone is taken over.
 */
export async function withBuildLock<Value>(
  build: () => Promise<Value>,
  lockPath = defaultPath,
): Promise<Value> {
  mkdirSync(dirname(lockPath), { recursive: true });
  while (!tryLock(lockPath)) await wait(RETRY_MS);
  try {
    return await build();
  } finally {
    rmSync(lockPath, { force: true });
  }
}

function tryLock(lockPath: string): boolean {
  try {
    writeFileSync(lockPath, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    if (!isHolderAlive(lockPath)) rmSync(lockPath, { force: true });
    return false;
  }
}

function isHolderAlive(lockPath: string): boolean {
  try {
    const holder = Number(readFileSync(lockPath, "utf8"));
    // Just created and still empty: whoever made it is about to write its number.
    if (!Number.isInteger(holder) || holder === 0) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
