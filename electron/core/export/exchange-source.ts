import { setImmediate } from "node:timers/promises";
import type { HistorySelection } from "../../../shared/domain/history.ts";
import type { ExportItem } from "../../../shared/export/types.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../history/history.ts";
import { selectSequences } from "../history/selection.ts";

/** Which exchanges an export is of; as plain data, so that a thread can be told. */
export type SelectedExchanges = {
  readonly total: number;
  readonly sequences: readonly number[] | { readonly upTo: number };
};

/** The exchanges of an export. They can be read several times and are the same each time, whatever is added meanwhile. */
export type ExchangeSource = {
  readonly total: number;
  items(signal: AbortSignal): AsyncIterable<ExportItem>;
};

/** What exchanges are read with. */
export type ExchangeStore = Pick<History, "iterateSequences" | "annotations">;

/** Codes: `history.not-found` (an id is not in history), and those of finding what a query asks for. */
export async function selectExchanges(
  history: History,
  selection: HistorySelection,
): Promise<Result<SelectedExchanges>> {
  if (isEverything(selection)) {
    const newest = Math.min(selection.upTo ?? Number.MAX_SAFE_INTEGER, history.status().newest);
    const total = selection.upTo === null ? history.count() : newest;
    return success({ total, sequences: { upTo: newest } });
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
  return selected.ok ? success({ total: selected.value.length, sequences: selected.value }) : selected;
}

export function exchangeSource(
  store: ExchangeStore,
  { total, sequences }: SelectedExchanges,
): ExchangeSource {
  const all = () => ("upTo" in sequences ? upTo(sequences.upTo) : sequences);
  return { total, items: (signal) => readItems(store, all, signal) };
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
  store: ExchangeStore,
  sequences: () => Iterable<number>,
  signal: AbortSignal,
): AsyncGenerator<ExportItem> {
  let since = performance.now();
  for (const exchange of store.iterateSequences(sequences())) {
    signal.throwIfAborted();
    yield { exchange, ...besideOf(store, exchange.id) };
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}

function besideOf({ annotations }: ExchangeStore, id: string): Pick<ExportItem, "note" | "tags"> {
  const annotation = annotations.get(id);
  if (!annotation.ok) return { note: null, tags: [] };
  const { note, tags } = annotation.value;
  return { note: note === "" ? null : note, tags };
}
