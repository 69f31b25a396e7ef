import { openHistory, type History } from "../../history/history.ts";

/** The history of a file, which has to open. */
export function createHistoryOf(path: string): History {
  const opened = openHistory(path);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
