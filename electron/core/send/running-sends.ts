import { failure, type Result } from "../../../shared/result/result.ts";

/** What is being sent at the moment, by id. */
export type RunningSends = {
  /** Runs the work until it is done. Codes of its own: `send.already-running`, `send.closed`; then the work did not start. */
  run<Value>(id: string, work: (signal: AbortSignal) => Promise<Result<Value>>): Promise<Result<Value>>;
  /** Whether there was something to cancel. */
  cancel(id: string): boolean;
  /** Takes no more, cancels what runs and waits until all of it is done. */
  close(): Promise<void>;
};

export function createRunningSends(): RunningSends {
  const running = new Map<
    string,
    { readonly cancelling: AbortController; readonly done: Promise<unknown> }
  >();
  let isClosed = false;

  return {
    async run(id, work) {
      if (isClosed) return failure("send.closed", "The console is closing, so nothing was sent.");
      if (running.has(id)) {
        return failure(
          "send.already-running",
          "This request is being sent already. Wait for its answer, or cancel it.",
        );
      }
      const cancelling = new AbortController();
      const done = work(cancelling.signal);
      running.set(id, { cancelling, done });
      try {
        return await done;
      } finally {
        running.delete(id);
      }
    },
    cancel(id) {
      const found = running.get(id);
      found?.cancelling.abort();
      return found !== undefined;
    },
    async close() {
      isClosed = true;
      const all = [...running.values()];
      for (const { cancelling } of all) cancelling.abort();
      await Promise.allSettled(all.map(({ done }) => done));
    },
  };
}
