import type { EventBus } from "../ports.ts";
import type { History } from "./history.ts";

/** The same history, which says so each time an exchange has been recorded. */
export function announceAppends(history: History, events: EventBus): History {
  return {
    ...history,
    async append(exchange) {
      const summary = await history.append(exchange);
      events.emit("history.changed", {
        latestId: summary.id,
        newest: summary.sequence,
        appended: 1,
        removed: 0,
        annotated: [],
        views: false,
      });
      return summary;
    },
  };
}
