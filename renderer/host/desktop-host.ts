import { failure } from "../../shared/result/result.ts";
import type { Host } from "./host.ts";
import { readAnswer, readBroadcast } from "./read-answer.ts";

/** What the preload puts on the window: names checked there, values not. */
export type Bridge = {
  call(name: string, input: unknown): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
};

/** The preload's bridge, where there is one. */
export function findBridge(scope: object): Bridge | null {
  const found: unknown = Reflect.get(scope, "optievent");
  return isBridge(found) ? found : null;
}

/** The host of the installed application: Electron's main process through the preload. */
export function createDesktopHost(bridge: Bridge): Host {
  return {
    async call(name, input) {
      try {
        return readAnswer(name, await bridge.call(name, input));
      } catch {
        return failure(
          "host.unreachable",
          "The console's main process did not answer. Close the window and start the console again.",
          { call: name },
        );
      }
    },
    on(name, listener) {
      return bridge.on(name, (payload) => {
        const broadcast = readBroadcast({ name, payload });
        // The broadcast was read under `name`, so the payload is that name's.
        if (broadcast !== null) listener(broadcast.payload as Parameters<typeof listener>[0]);
      });
    },
    // Window and main process live and die together.
    connection: { current: () => "connected", onChange: () => () => undefined },
  };
}

function isBridge(value: unknown): value is Bridge {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "call") === "function" &&
    typeof Reflect.get(value, "on") === "function"
  );
}
