import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export type RunningProgram = {
  readonly process: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** The first match in what it prints on stdout; rejects with everything it said if it ends before. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, once it has ended; null if a signal ended it. */
  ended(): Promise<number | null>;
};

const running = new Set<ChildProcess>();

/** Starts a Node program with these arguments, in an environment without a display. */
export function startProgram(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string | undefined> } = {},
): RunningProgram {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
    env: { ...env, ...options.env },
  });
  running.add(child);
  child.on("exit", () => running.delete(child));
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
  const closed = once(child, "close");
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    async waitFor(pattern) {
      for (;;) {
        const match = pattern.exec(stdout);
        if (match !== null) return match;
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${stdout}${stderr}`);
        await Promise.race([once(child.stdout, "data"), closed]);
      }
    },
    async ended() {
      await closed;
      return child.exitCode;
    },
  };
}

/** For the end of each test: nothing that it started lives on. */
export async function killAllPrograms(): Promise<void> {
  const ends = [...running].map((child) => once(child, "exit"));
  for (const child of running) child.kill("SIGKILL");
  await Promise.all(ends);
}
