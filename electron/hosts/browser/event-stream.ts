import type { ServerResponse } from "node:http";
import type { EventBus } from "../../core/ports.ts";

const HEARTBEAT_MS = 15_000;
/** A window that has this much waiting has stopped reading: it is cut off, reconnects and asks anew. */
const MAX_WAITING_BYTES = 1024 * 1024;

export type EventStreams = {
  /** Answers a request with all events from now on. */
  open(response: ServerResponse): void;
  closeAll(): void;
};

/** Server-sent events: `{name, payload}` for each broadcast of the console. */
export function createEventStreams(events: EventBus): EventStreams {
  const open = new Set<ServerResponse>();

  function write(response: ServerResponse, text: string): void {
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
    else response.write(text);
  }
  function writeToAll(text: string): void {
    for (const response of open) write(response, text);
  }

  const stopListening = events.on((name, payload) => {
    writeToAll(`data: ${JSON.stringify({ name, payload })}\n\n`);
  });
  // Comments tell a window that its connection still stands; nothing else would show it a dead one.
  const heartbeat = setInterval(() => writeToAll(": still here\n\n"), HEARTBEAT_MS).unref();

  return {
    open(response) {
      response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
      write(response, ": connected\n\n");
      open.add(response);
      response.on("close", () => open.delete(response));
    },
    closeAll() {
      stopListening();
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}
