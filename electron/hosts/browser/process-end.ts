import { watchParents } from "./parent-watch.ts";

/** Longer than closing ever takes; a console that hangs must still end. */
const CLOSE_TIMEOUT_MS = 10_000;

/**
 * Ends the process cleanly on Ctrl+C, on the usual signals, and when whoever started it is gone. A second signal does not
 * wait.
 */
export function endWithParentOrSignal(close: () => Promise<void>): void {
  let isEnding = false;
  async function end(): Promise<void> {
    if (isEnding) process.exit(1);
    isEnding = true;
    setTimeout(() => process.exit(1), CLOSE_TIMEOUT_MS).unref();
    try {
      await close();
      process.exit(0);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`The console did not end cleanly: ${reason}\n`);
      process.exit(1);
    }
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end());
  watchParents(() => void end());
}
