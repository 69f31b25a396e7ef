import type { EventName, EventPayload } from "../../shared/contract/calls.ts";
import type { Broadcast } from "./read-answer.ts";

type Listener = (broadcast: Broadcast) => void;

export type Listeners = {
  add<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  tell(broadcast: Broadcast): void;
};

/** Who wants to hear of which event. */
export function createListeners(): Listeners {
  const listeners = new Set<Listener>();
  return {
    add(name, listener) {
      const entry: Listener = (broadcast) => {
        // The names are equal, so the payload is that name's; TypeScript cannot follow that through a type parameter.
        if (broadcast.name === name) listener(broadcast.payload as EventPayload<typeof name>);
      };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    tell(broadcast) {
      for (const listener of listeners) listener(broadcast);
    },
  };
}
