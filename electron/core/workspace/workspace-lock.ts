import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { HostName } from "../ports.ts";
import { takeFileGuard, type FileGuard } from "./file-guard.ts";
import { ensurePrivateFolder } from "./private-folder.ts";
import { writePrivateFile } from "./private-file.ts";
import { describeSystemError, systemErrorCode } from "./system-error.ts";

// Which console has the workspace is decided by a lock that the operating system holds for the process (SQLite's exclusive
// lock of an empty database), so a console that was killed leaves nothing stale behind and no two starters can both win.
// The file beside it only says who holds it and where it can be reached.

const GUARD_FILE = "console.guard";
const LOCK_FILE = "console.lock";
/** Long enough for a reader's look at the guard to pass, which takes less than a millisecond. */
const STARTER_PATIENCE_MS = 500;

const lockInfoSchema = z.object({
  pid: z.number().int(),
  host: z.enum(["desktop", "browser", "cli"]),
  instanceId: z.string(),
  /** Where the console's window is served; null while it starts and in the desktop host. */
  url: z.string().nullable(),
  gatewayUrl: z.string().nullable(),
  /** Lets another process of the same user read what the gateway has received. Never printed. */
  gatewayKey: z.string().nullable().default(null),
  /** Lets another process of the same user ask this console for something. Never printed. */
  controlKey: z.string(),
});
export type WorkspaceLockInfo = z.infer<typeof lockInfoSchema>;

export type WorkspaceLock = {
  readonly info: WorkspaceLockInfo;
  /** Writes down where this console can be reached, for `readWorkspaceLock` of other processes. */
  update(change: Partial<Pick<WorkspaceLockInfo, "url" | "gatewayUrl" | "gatewayKey">>): void;
  /** Gives the workspace free. The end of the process does the same. */
  release(): void;
};

/**
 * Takes the workspace for this console, until `release` or the end of the process.
 * Codes: `workspace.in-use` (details: `pid`, `host`, `url` of the console that has it, null where not known yet),
 * `workspace.not-a-folder`, `workspace.not-writable`.
 */
export function acquireWorkspaceLock(options: {
  readonly path: string;
  readonly host: HostName;
}): Result<WorkspaceLock> {
  const folder = ensurePrivateFolder(options.path);
  if (!folder.ok) return folder;
  try {
    const guard = takeFileGuard(join(options.path, GUARD_FILE), STARTER_PATIENCE_MS);
    if (guard === null) return inUse(readLockFile(options.path));
    return success(hold(options.path, guard, newInfo(options.host)));
  } catch (error) {
    return failure(
      "workspace.not-writable",
      `The workspace "${options.path}" cannot be taken, because ${describeSystemError(error)}.`,
      { path: options.path },
    );
  }
}

/**
 * The console that has the workspace now, for a process that wants to reach it; null where none runs, or where it is so
 * early in its start that it has not said where it is.
 */
export function readWorkspaceLock(path: string): WorkspaceLockInfo | null {
  const info = readLockFile(path);
  if (info === null) return null;
  const guard = takeFileGuard(join(path, GUARD_FILE), 0);
  if (guard === null) return info;
  guard.close();
  return null;
}

function newInfo(host: HostName): WorkspaceLockInfo {
  return {
    pid: process.pid,
    host,
    instanceId: randomUUID(),
    url: null,
    gatewayUrl: null,
    gatewayKey: null,
    controlKey: randomBytes(32).toString("hex"),
  };
}

function hold(folder: string, guard: FileGuard, first: WorkspaceLockInfo): WorkspaceLock {
  const path = join(folder, LOCK_FILE);
  let info = first;
  let isHeld = true;
  writePrivateFile(path, JSON.stringify(info));
  return {
    get info() {
      return info;
    },
    update(change) {
      if (!isHeld) return;
      info = { ...info, ...change };
      writePrivateFile(path, JSON.stringify(info));
    },
    release() {
      if (!isHeld) return;
      isHeld = false;
      rmSync(path, { force: true });
      guard.close();
    },
  };
}

/** What the file says; null where there is none or where it is not one of ours. */
function readLockFile(folder: string): WorkspaceLockInfo | null {
  try {
    const parsed = lockInfoSchema.safeParse(JSON.parse(readFileSync(join(folder, LOCK_FILE), "utf8")));
    return parsed.success && isAlive(parsed.data.pid) ? parsed.data : null;
  } catch {
    // The file is written whole and only says where a console is, so one that cannot be read tells nothing.
    return null;
  }
}

/** Whether a process runs. The file of a console that was killed is still there until the next one replaces it. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) === "EPERM";
  }
}

function inUse(info: WorkspaceLockInfo | null): Result<never> {
  const place = info?.url === null || info?.url === undefined ? "" : ` at ${info.url}`;
  return failure(
    "workspace.in-use",
    `A console already runs with this workspace${place}. Use that one, close it first, or choose another workspace with --workspace.`,
    { pid: info?.pid ?? null, host: info?.host ?? null, url: info?.url ?? null },
  );
}
