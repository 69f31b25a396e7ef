import type { EventBus } from "../ports.ts";
import { NO_CHANGE } from "./announce-appends.ts";
import type { History } from "./history.ts";

/** How soon is seen what another process has recorded, such as the command line beside an open window. */
const EVERY_MS = 1000;

/**
 * Says so when there is more in the history, or less, than this console has announced itself. Answers the way to stop. What is
 * looked at is a count of a few rows, however long history is.
 */
export function watchHistory(
  history: Pick<History, "status" | "finding">,
  events: EventBus,
  everyMs = EVERY_MS,
): () => void {
  let known = history.status();
  const stopListening = events.on((name) => {
    // Whoever hears of a change reads it then, so that there is nothing left to tell.
    if (name === "history.changed") known = history.status();
  });
  const look = (): void => {
    const now = history.status();
    const appended = Math.max(0, now.newest - known.newest);
    const removed = Math.max(0, known.count + appended - now.count);
    known = now;
    if (appended === 0 && removed === 0) return;
    history.finding.noteRecorded();
    events.emit("history.changed", { ...NO_CHANGE, newest: now.newest, appended, removed });
  };
  const timer = setInterval(look, everyMs).unref();
  return () => {
    clearInterval(timer);
    stopListening();
  };
}
