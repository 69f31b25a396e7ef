import type { CallName } from "../../shared/contract/calls.ts";
import { KEY_FRAGMENT, KEY_HEADER, WINDOW_HEADER } from "../../shared/contract/window-header.ts";
import { failure, type Result } from "../../shared/result/result.ts";
import { openEventStream, type EventSourceLike } from "./event-stream.ts";
import type { Host } from "./host.ts";
import { createListeners } from "./listeners.ts";
import { readAnswer, readBroadcast } from "./read-answer.ts";

export type BrowserHostOptions = {
  /** Tells this window from others of the same browser, which share its cookie. */
  readonly windowId: string;
  /** The key of the browser's session; empty where this window has none. */
  readonly key: string;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly openEvents: (path: string) => EventSourceLike;
  readonly later: (task: () => void, milliseconds: number) => void;
  /** Reads JSON that is so long that the window should not wait for it. Rejects what is none. */
  readonly parseLarge: (bytes: ArrayBuffer) => Promise<unknown>;
};

/** Bytes that are read within a frame. */
const LARGE_ANSWER = 500_000;
/** Characters of a body that are handed to the browser within a frame. */
const LARGE_BODY = 500_000;

const UNREACHABLE =
  "The console does not answer: it was stopped, or the connection to it broke. What you typed stays in this window until you close it. Start the console again and open the address that it prints.";
const REFUSED =
  "The console no longer knows this window, probably because it was started again. Open the address that the new start printed.";

/** The host of a browser window: the same calls over loopback HTTP, the events as one stream of server-sent events. */
export function createBrowserHost(options: BrowserHostOptions): Host {
  const listeners = createListeners();
  const connection = openEventStream({
    open: () => options.openEvents(`/api/events?${KEY_FRAGMENT}=${encodeURIComponent(options.key)}`),
    later: options.later,
    onMessage(data) {
      const broadcast = typeof data === "string" ? readBroadcast(parseOrNull(data)) : null;
      if (broadcast !== null) listeners.tell(broadcast);
    },
  });
  return {
    async call(name, input) {
      const answer = await post(options, name, input);
      return answer.ok ? readAnswer(name, answer.value) : answer;
    },
    on: (name, listener) => listeners.add(name, listener),
    connection,
  };
}

async function post(options: BrowserHostOptions, name: CallName, input: unknown): Promise<Result<unknown>> {
  try {
    const response = await options.fetch(`/api/${name}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [WINDOW_HEADER]: options.windowId,
        [KEY_HEADER]: options.key,
      },
      body: bodyOf(input),
      credentials: "same-origin",
    });
    if (response.status === 401 || response.status === 403) {
      return failure("host.refused", REFUSED, { call: name });
    }
    const length = Number(response.headers.get("content-length") ?? 0);
    if (length <= LARGE_ANSWER) return { ok: true, value: await response.json() };
    return { ok: true, value: await options.parseLarge(await response.arrayBuffer()) };
  } catch {
    return failure("host.unreachable", UNREACHABLE, { call: name });
  }
}

/** A long text as bytes: a browser takes ten times as long over a text of megabytes. */
function bodyOf(input: unknown): string | Blob {
  const text = JSON.stringify(input);
  return text.length <= LARGE_BODY ? text : new Blob([text]);
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
