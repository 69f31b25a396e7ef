import { describe, expect, it } from "vitest";
import { openEventStream } from "./event-stream.ts";

type Listener = (event: { readonly data: unknown }) => void;

/** A source whose events the test fires by hand. */
function createSource() {
  const listeners = new Map<string, Listener>();
  return {
    isClosed: false,
    addEventListener(type: string, listener: Listener) {
      listeners.set(type, listener);
    },
    close() {
      this.isClosed = true;
    },
    fire(type: string, data: unknown = null) {
      listeners.get(type)?.({ data });
    },
  };
}

function open() {
  const sources: ReturnType<typeof createSource>[] = [];
  const waiting: { task: () => void; milliseconds: number }[] = [];
  const messages: unknown[] = [];
  const stream = openEventStream({
    open() {
      const source = createSource();
      sources.push(source);
      return source;
    },
    onMessage: (data) => messages.push(data),
    later: (task, milliseconds) => waiting.push({ task, milliseconds }),
  });
  return { sources, waiting, messages, stream };
}

describe("the event stream", () => {
  it("hands on what arrives", () => {
    const { sources, messages } = open();
    sources[0]?.fire("message", "one");
    expect(messages).toEqual(["one"]);
  });

  it("says that the connection is lost, closes the source and opens another by itself", () => {
    const { sources, waiting, stream } = open();
    const seen: string[] = [];
    stream.onChange(() => seen.push(stream.current()));
    sources[0]?.fire("error");
    expect(sources[0]?.isClosed).toBe(true);
    waiting[0]?.task();
    sources[1]?.fire("open");
    expect(seen).toEqual(["lost", "connected"]);
  });

  it("waits longer after each failure, up to a limit, and starts anew once it was connected", () => {
    const { sources, waiting } = open();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      sources[attempt]?.fire("error");
      waiting[attempt]?.task();
    }
    expect(waiting.map((wait) => wait.milliseconds)).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
    sources[6]?.fire("open");
    sources[6]?.fire("error");
    expect(waiting[6]?.milliseconds).toBe(500);
  });
});
