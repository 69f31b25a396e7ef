import type { EventBus, Logger } from "./ports.ts";

type Listener = Parameters<EventBus["on"]>[0];

/** Broadcasts to every listener in the order they came; one that throws is logged and keeps no other from hearing. */
export function createEventBus(logger: Logger): EventBus {
  const listeners = new Set<Listener>();
  return {
    emit(name, payload) {
      for (const listener of listeners) {
        try {
          listener(name, payload);
        } catch (error) {
          logger.error("A listener of an event failed.", { event: name, reason: String(error) });
        }
      }
    },
    on(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
