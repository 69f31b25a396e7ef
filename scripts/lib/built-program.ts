import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

export const repositoryRoot = resolve(import.meta.dirname, "../..");

/** A program of the build, with everything it printed so far. */
export type BuiltProgram = {
  readonly process: ChildProcess;
  output(): string;
  /** The first match in what it prints; fails with the whole output when the program ends before. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, once it has ended by itself or by `signal`. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
};

/** Starts `out/main/<name>.js` with the Node that runs the tests. */
export function startBuiltProgram(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): BuiltProgram {
  const child = spawn(process.execPath, [resolve(repositoryRoot, "out/main", `${name}.js`), ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const ended = once(child, "exit");
  return {
    process: child,
    output: () => output,
    async waitFor(pattern) {
      for (;;) {
        const match = pattern.exec(output);
        if (match !== null) return match;
        if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}:\n${output}`);
        await Promise.race([once(child.stdout, "data"), once(child.stderr, "data"), ended]);
      }
    },
    async end(signal) {
      if (signal !== undefined && child.exitCode === null) child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}
