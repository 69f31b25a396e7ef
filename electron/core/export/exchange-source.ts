import { setImmediate } from "node:timers/promises";
import type { HistorySelection } from "../../../shared/domain/history.ts";
import type { ExportItem } from "../../../shared/export/types.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../history/history.ts";

/** What of history an export needs. */
export type ExportHistory = Pick<History, "has" | "iterate" | "count" | "annotations">;

/** The exchanges of an export. They can be read several times and are the same each time. */
export type ExchangeSource = {
  readonly total: number;
  items(signal: AbortSignal): AsyncIterable<ExportItem>;
};

/** Code: `history.not-found` (an id is not in history). */
export function exchangeSource(history: ExportHistory, selection: HistorySelection): Result<ExchangeSource> {
  const ids = selection.kind === "ids" ? [...new Set(selection.ids)] : null;
  const missing = (ids ?? []).filter((id) => !history.has(id));
  if (missing.length > 0) {
    return failure(
      "history.not-found",
      `${missing.length} of the chosen exchanges are not in the history any more. Load the list again and choose anew.`,
      { missing: missing.slice(0, 10) },
    );
  }
  return success({
    total: ids === null ? history.count() : ids.length,
    items: (signal) => readItems(history, ids, signal),
  });
}

/** How long the export may keep others waiting before it lets them go first. */
const SLICE_MS = 8;

/** Reads one exchange after the other, and lets whatever else the console has to do come in between. */
async function* readItems(
  history: ExportHistory,
  ids: readonly string[] | null,
  signal: AbortSignal,
): AsyncGenerator<ExportItem> {
  let since = performance.now();
  for (const exchange of history.iterate(ids)) {
    signal.throwIfAborted();
    yield { exchange, ...besideOf(history, exchange.id) };
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}

function besideOf({ annotations }: ExportHistory, id: string): Pick<ExportItem, "note" | "tags"> {
  const annotation = annotations.get(id);
  if (!annotation.ok) return { note: null, tags: [] };
  const { note, tags } = annotation.value;
  return { note: note === "" ? null : note, tags };
}
