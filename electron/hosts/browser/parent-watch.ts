import { execFileSync } from "node:child_process";

const CHECK_EVERY_MS = 1_000;

/**
 * Calls `onEnd` once when the process that started this one is gone, so that no console is left behind without a
 * terminal. A start through npm has npm itself watched too: between it and us there may be a shell, which lives on when
 * npm is killed.
 */
export function watchParents(onEnd: () => void, env: NodeJS.ProcessEnv = process.env): void {
  const parent = process.ppid;
  const startedByNpm = env["npm_lifecycle_event"] !== undefined;
  const watched = [parent, ...(startedByNpm ? parentOf(parent) : [])].filter((pid) => pid > 1);
  const timer = setInterval(() => {
    if (watched.every(isAlive)) return;
    clearInterval(timer);
    onEnd();
  }, CHECK_EVERY_MS);
  timer.unref();
}

/** Empty where the system does not tell. */
function parentOf(pid: number): number[] {
  if (process.platform === "win32") return [];
  try {
    const printed = Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
    return Number.isInteger(printed) ? [printed] : [];
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is there, though it may not be signalled.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
