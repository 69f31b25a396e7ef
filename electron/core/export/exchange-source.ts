import { setImmediate } from "node:timers/promises";
import type { HistorySelection } from "../../../shared/domain/history.ts";
import type { ExportItem } from "../../../shared/export/types.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../history/history.ts";
import { selectSequences } from "../history/selection.ts";

/** The exchanges of an export. They can be read several times and are the same each time, whatever is added meanwhile. */
export type ExchangeSource = {
  readonly total: number;
  items(signal: AbortSignal): AsyncIterable<ExportItem>;
};

/** Codes: `history.not-found` (an id is not in history), and those of finding what a query asks for. */
export async function exchangeSource(
  history: History,
  selection: HistorySelection,
): Promise<Result<ExchangeSource>> {
  if (isEverything(selection)) {
    const newest = Math.min(selection.upTo ?? Number.MAX_SAFE_INTEGER, history.status().newest);
    const total = selection.upTo === null ? history.count() : newest;
    return success({ total, items: (signal) => readItems(history, () => upTo(newest), signal) });
  }
  const missing = selection.kind === "ids" ? selection.ids.filter((id) => !history.has(id)) : [];
  if (missing.length > 0) {
    return failure(
      "history.not-found",
      `${missing.length} of the chosen exchanges are not in the history any more. Load the list again and choose anew.`,
      { missing: missing.slice(0, 10) },
    );
  }
  const selected = await selectSequences(history, selection);
  if (!selected.ok) return selected;
  const sequences = selected.value;
  return success({
    total: sequences.length,
    items: (signal) => readItems(history, () => sequences, signal),
  });
}

/** Needs no finding: everything is every sequence. */
function isEverything(
  selection: HistorySelection,
): selection is Extract<HistorySelection, { kind: "query" }> {
  return selection.kind === "query" && selection.query.text.trim() === "";
}

function* upTo(newest: number): Generator<number> {
  for (let sequence = 1; sequence <= newest; sequence += 1) yield sequence;
}

/** How long the export may keep others waiting before it lets them go first. */
const SLICE_MS = 8;

/** Reads one exchange after the other, and lets whatever else the console has to do come in between. */
async function* readItems(
  history: History,
  sequences: () => Iterable<number>,
  signal: AbortSignal,
): AsyncGenerator<ExportItem> {
  let since = performance.now();
  for (const exchange of history.iterateSequences(sequences())) {
    signal.throwIfAborted();
    yield { exchange, ...besideOf(history, exchange.id) };
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}

function besideOf({ annotations }: History, id: string): Pick<ExportItem, "note" | "tags"> {
  const annotation = annotations.get(id);
  if (!annotation.ok) return { note: null, tags: [] };
  const { note, tags } = annotation.value;
  return { note: note === "" ? null : note, tags };
}
