import { NEWEST_FIRST } from "../../shared/domain/history.ts";
import { success, type Result } from "../../shared/result/result.ts";
import { createConsole, type Console, type ConsolePorts } from "./console.ts";
import { acquireWorkspaceLock, type WorkspaceLock } from "./workspace/workspace-lock.ts";

/** A console that has its workspace to itself. */
export type LockedConsole = {
  readonly console: Console;
  readonly lock: WorkspaceLock;
  /** Ends the console and gives the workspace free, in this order: nobody else may start while it still writes. */
  close(): Promise<void>;
};

/** Takes the workspace, then starts the console in it. Codes: those of `acquireWorkspaceLock` and `createConsole`. */
export async function startLockedConsole(ports: ConsolePorts): Promise<Result<LockedConsole>> {
  const lock = acquireWorkspaceLock({ path: ports.workspacePath, host: ports.host });
  if (!lock.ok) return lock;
  const started = await createConsole(ports);
  if (!started.ok) {
    lock.value.release();
    return started;
  }
  const console = started.value;
  lock.value.update({ gatewayUrl: console.gatewayUrl, gatewayKey: console.gatewayKey });
  prepareHistory(console);
  return success({
    console,
    lock: lock.value,
    async close() {
      try {
        await console.close();
      } finally {
        lock.value.release();
      }
    },
  });
}

/**
 * A window asks for the newest exchanges first: the thread of history reads what it needs for that while the window opens.
 * A failure is told to the window when it asks itself.
 */
function prepareHistory({ history, logger }: Console): void {
  const question = { query: { text: "", timeZone: "UTC" }, newerThan: null, upTo: null };
  history.finding
    .ask("page", { ...question, sort: NEWEST_FIRST, cursor: null, limit: 1 })
    .catch((error: unknown) =>
      logger.error("The thread of history did not start.", { reason: String(error) }),
    );
}
