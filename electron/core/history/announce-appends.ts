import type { EventPayload } from "../../../shared/contract/calls.ts";
import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { EventBus } from "../ports.ts";
import type { History } from "./history.ts";

type Change = EventPayload<"history.changed">;

export const NO_CHANGE: Change = {
  latestId: null,
  newest: 0,
  appended: 0,
  removed: 0,
  annotated: [],
  views: false,
};

/** Of a burst the first one is told at once and the others together, this much later. */
const PAUSE_MS = 100;

type AnnouncingHistory = History & {
  /** Says so of an exchange that another thread of this program has recorded. */
  noteAppended(summary: ExchangeSummary): void;
};

/** The same history, which says so when exchanges have been recorded. */
export function announceAppends(history: History, events: EventBus): AnnouncingHistory {
  let waiting = NO_CHANGE;
  let timer: NodeJS.Timeout | null = null;
  const tell = (): void => {
    timer = null;
    if (waiting.appended === 0) return;
    const change = waiting;
    waiting = NO_CHANGE;
    history.finding.noteRecorded();
    timer = setTimeout(tell, PAUSE_MS).unref();
    events.emit("history.changed", change);
  };
  const note = ({ id, sequence }: ExchangeSummary): void => {
    waiting = { ...waiting, latestId: id, newest: sequence, appended: waiting.appended + 1 };
    if (timer === null) tell();
  };
  return {
    ...history,
    noteAppended: note,
    async append(exchange) {
      const summary = await history.append(exchange);
      note(summary);
      return summary;
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      history.close();
    },
  };
}
