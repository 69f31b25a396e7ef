import { getEventListeners } from "node:events";
import { askSecretAt } from "./ask-secret.ts";
import { runCommandLine } from "./run.ts";

// The entry of the command line: connects the process to `runCommandLine`, which does the rest.

/** What shells expect of a program that Ctrl+C ended. */
const EXIT_INTERRUPTED = 130;

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    // A command that has nothing to end, such as one that waits for its input, just ends.
    if (getEventListeners(interruption.signal, "abort").length === 0) process.exit(EXIT_INTERRUPTED);
    interruption.abort();
  });
}

// A reader that has seen enough (`| head`) is no failure, and nobody is left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? (process.exitCode ?? 0) : 2);
  });
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  interrupted: interruption.signal,
  now: () => new Date(),
  askSecret:
    process.stdin.isTTY && process.stderr.isTTY
      ? (question) => askSecretAt(process.stdin, process.stderr, question)
      : undefined,
});
