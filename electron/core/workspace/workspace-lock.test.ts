import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquireWorkspaceLock, readWorkspaceLock, type WorkspaceLock } from "./workspace-lock.ts";

const script = join(import.meta.dirname, "fixtures", "take-lock.ts");
let path: string;
let children: ChildProcess[];

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "lock-"));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(path, { recursive: true });
});

function acquire(): WorkspaceLock {
  const lock = acquireWorkspaceLock({ path, host: "browser" });
  if (!lock.ok) throw new Error(lock.error.message);
  return lock.value;
}

/** Starts another console; `says` is what came of its attempt. */
function startOther(): { child: ChildProcess; says: Promise<string> } {
  const child = spawn(process.execPath, [script, path], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  if (child.stdout === null) throw new Error("The output is a pipe.");
  const lines = createInterface({ input: child.stdout });
  return { child, says: once(lines, "line").then(([line]) => String(line)) };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

describe("a workspace", () => {
  it("belongs to one console, which others can find", () => {
    const lock = acquire();
    lock.update({ url: "http://127.0.0.1:4000", gatewayUrl: "http://127.0.0.1:4001" });
    const second = acquireWorkspaceLock({ path, host: "cli" });
    expect(second).toMatchObject({
      ok: false,
      error: { code: "workspace.in-use", details: { url: "http://127.0.0.1:4000", pid: process.pid } },
    });
    expect(JSON.stringify(second)).not.toContain(lock.info.controlKey);
    expect(readWorkspaceLock(path)).toEqual(lock.info);
    lock.release();
  });

  it("is free again after it was released, and then nothing is to be found", () => {
    acquire().release();
    expect(readWorkspaceLock(path)).toBeNull();
    acquire().release();
  });

  it("is still held after others have looked", () => {
    const lock = acquire();
    for (let count = 0; count < 3; count += 1) expect(readWorkspaceLock(path)).toEqual(lock.info);
    expect(acquireWorkspaceLock({ path, host: "cli" }).ok).toBe(false);
    lock.release();
  });

  it.skipIf(process.platform === "win32")("has lock files that only its owner can read", () => {
    const lock = acquire();
    const modes = readdirSync(path).map((name) => [name, statSync(join(path, name)).mode & 0o777]);
    expect(Object.fromEntries(modes)).toEqual({ "console.guard": 0o600, "console.lock": 0o600 });
    lock.release();
  });

  it("is not held by a lock file that is damaged or that somebody left", () => {
    const left = { pid: process.pid, host: "browser", instanceId: "x", url: null, gatewayUrl: null };
    for (const text of ["{", "[]", JSON.stringify({ ...left, controlKey: "k" })]) {
      writeFileSync(join(path, "console.lock"), text);
      expect(readWorkspaceLock(path)).toBeNull();
      acquire().release();
    }
  });
});

describe("several processes", () => {
  it("that start at once: exactly one wins, also where a killed one left its lock behind", async () => {
    for (let round = 0; round < 3; round += 1) {
      const starters = Array.from({ length: 5 }, startOther);
      const said = await Promise.all(starters.map(({ says }) => says));
      expect(said.sort()).toEqual([...Array.from({ length: 4 }, () => "workspace.in-use"), "won"].sort());
      await Promise.all(starters.map(({ child }) => kill(child)));
    }
  });

  it("see that the console that had the workspace was killed", async () => {
    const other = startOther();
    expect(await other.says).toBe("won");
    expect(readWorkspaceLock(path)?.pid).toBe(other.child.pid);
    expect(acquireWorkspaceLock({ path, host: "cli" }).ok).toBe(false);
    await kill(other.child);
    expect(readdirSync(path)).toContain("console.lock");
    expect(readWorkspaceLock(path)).toBeNull();
    acquire().release();
  });
});
