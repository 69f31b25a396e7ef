import type { Connection } from "./host.ts";

/** The part of the browser's `EventSource` that is used here. */
export type EventSourceLike = {
  addEventListener(type: "open" | "error", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
};

export type EventStream = {
  readonly current: () => Connection;
  readonly onChange: (listener: () => void) => () => void;
};

export type EventStreamOptions = {
  readonly open: () => EventSourceLike;
  readonly onMessage: (data: unknown) => void;
  /** Runs `task` after so many milliseconds. */
  readonly later: (task: () => void, milliseconds: number) => void;
};

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 5_000;

/**
 * One stream of server-sent events that comes back by itself. The browser gives up for good after some failures (an
 * answer that is no event stream), so each failure closes the source and opens a new one, at growing intervals.
 */
export function openEventStream(options: EventStreamOptions): EventStream {
  let connection: Connection = "connected";
  let retryMs = FIRST_RETRY_MS;
  const listeners = new Set<() => void>();

  function become(next: Connection): void {
    if (next === connection) return;
    connection = next;
    for (const listener of listeners) listener();
  }

  function connect(): void {
    const source = options.open();
    source.addEventListener("open", () => {
      retryMs = FIRST_RETRY_MS;
      become("connected");
    });
    source.addEventListener("message", (event) => options.onMessage(event.data));
    source.addEventListener("error", () => {
      source.close();
      become("lost");
      options.later(connect, retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    });
  }

  connect();
  return {
    current: () => connection,
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
