import { watchParents } from "./parent-watch.ts";

/** Longer than closing ever takes; a console that hangs must still end. */
const CLOSE_TIMEOUT_MS = 10_000;

/**
 * A signal comes twice without anybody's meaning it: the library that writes files whole sends it again once it has tidied
 * up, and npm hands on what the terminal has given to all of its processes already. Nobody presses a key twice so fast.
 */
const SAME_SIGNAL_MS = 500;

/**
 * Ends the process cleanly on Ctrl+C, on the usual signals, and when whoever started it is gone. A second signal
 * does not wait.
 */
export function endWithParentOrSignal(close: () => Promise<void>): void {
  let endingSince: number | null = null;
  async function end(): Promise<void> {
    const now = performance.now();
    if (endingSince !== null && now - endingSince < SAME_SIGNAL_MS) return;
    if (endingSince !== null) process.exit(1);
    endingSince = now;
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
