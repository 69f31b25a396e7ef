import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const CHECK_EVERY_MS = 1_000;

/**
 * Calls `onEnd` once when the process that started this one is gone, so that no console is left behind without a
 * terminal. A start through npm has npm itself watched too: between it and us there may be a shell, which lives on when
 * npm is killed.
 */
export function watchParents(onEnd: () => void, env: NodeJS.ProcessEnv = process.env): void {
  const parent = process.ppid;
  const startedByNpm = env["npm_lifecycle_event"] !== undefined;
  const watched = [parent, ...(startedByNpm ? parentOf(parent) : [])].filter(
    (pid) => pid > 1 && isAlive(pid),
  );
  const timer = setInterval(() => {
    if (watched.every(isAlive)) return;
    clearInterval(timer);
    onEnd();
  }, CHECK_EVERY_MS);
  timer.unref();
}

/** Empty where the system does not tell. */
function parentOf(pid: number): number[] {
  const parent = process.platform === "linux" ? readStatus(pid)?.parent : askForParent(pid);
  return parent === undefined ? [] : [parent];
}

function askForParent(pid: number): number | undefined {
  if (process.platform === "win32") return undefined;
  try {
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  // A process that was killed and that nobody has taken note of can still be signalled; Linux tells those apart.
  if (process.platform === "linux") return readStatus(pid)?.isZombie === false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is there, though it may not be signalled.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function readStatus(pid: number): { readonly parent: number; readonly isZombie: boolean } | null {
  try {
    // `PID (NAME) STATE PARENT ...`, and the name may hold anything, brackets and spaces included.
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(parent), isZombie: state === "Z" };
  } catch {
    return null;
  }
}
