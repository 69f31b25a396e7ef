import type { ImportPreview, ImportResult } from "../../../shared/contract/import-calls.ts";
import type { Outcome } from "../../../shared/domain/exchange.ts";
import type { ExportItem } from "../../../shared/export/types.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../history/history.ts";
import { openText } from "./open-text.ts";
import { readImport, type ReadItem } from "./read-import.ts";

export type ImportFile = {
  readonly path: string;
  /** As the user knows the file. */
  readonly fileName: string;
  readonly importedAt: Date;
  readonly redactSecrets: (text: string) => string;
};

const MOST_SHOWN = 20;

/** What importing a file would bring. Codes: those of `openText`, `import.not-readable`. */
export async function previewImport(
  history: Pick<History, "has">,
  file: ImportFile,
): Promise<Result<ImportPreview>> {
  const outcomes = new Map<Outcome, number>();
  const seen = new Set<string>();
  const preview = {
    count: 0,
    noted: 0,
    alreadyHere: 0,
    skipped: 0,
    reasons: [] as ImportPreview["reasons"],
    from: "",
    until: "",
  };
  const read = await readAll(file, (item) => {
    if (item.kind === "skipped") {
      preview.skipped += 1;
      if (preview.reasons.length < MOST_SHOWN)
        preview.reasons.push({ number: item.number, reason: item.reason });
      return;
    }
    const { id, sentAt, outcome } = item.exchange;
    if (history.has(id) || seen.has(id)) preview.alreadyHere += 1;
    else {
      preview.count += 1;
      if (isNoted(item)) preview.noted += 1;
    }
    seen.add(id);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (preview.from === "" || sentAt < preview.from) preview.from = sentAt;
    if (sentAt > preview.until) preview.until = sentAt;
  });
  if (!read.ok) return read;
  const found = [...outcomes].map(([outcome, count]) => ({ outcome, count }));
  return success({ ...preview, found: read.value, outcomes: found });
}

const BATCH = 200;

/** What follows an import. */
export type ImportControl = {
  /** How many items of the file were read. */
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
};

type Target = Pick<History, "has" | "append" | "annotations">;

/**
 * Adds the exchanges of a file to history, as imported, with their notes and tags. Those that are there already are passed over,
 * and what stands beside them here stays. What was added before it failed or was stopped stays too, and importing again goes on
 * from there. Codes: those of `openText`, `import.not-readable`, `import.stopped`, `history.not-written`.
 */
export async function importFile(
  history: Target,
  file: ImportFile,
  control: ImportControl = { onProgress: () => {}, signal: new AbortController().signal },
): Promise<Result<ImportResult>> {
  let batch: ExportItem[] = [];
  let done = 0;
  const result = { imported: 0, alreadyHere: 0, skipped: 0 };
  const flush = async () => {
    const all = batch;
    batch = [];
    await Promise.all(all.map(({ exchange }) => history.append(exchange)));
    annotate(history, all, file.importedAt);
    result.imported += all.length;
    control.onProgress(done);
    control.signal.throwIfAborted();
  };
  const read = await readAll(file, async (item) => {
    done += 1;
    if (item.kind === "skipped") result.skipped += 1;
    else if (history.has(item.exchange.id) || batch.some(({ exchange }) => exchange.id === item.exchange.id))
      result.alreadyHere += 1;
    else batch.push(item);
    if (batch.length >= BATCH || done % BATCH === 0) await flush();
  });
  if (control.signal.aborted) return stopped(result.imported);
  await flush();
  return read.ok ? success(result) : read;
}

function stopped(imported: number): Result<never> {
  const count = imported === 1 ? "1 exchange was" : `${imported.toLocaleString("en-GB")} exchanges were`;
  return failure(
    "import.stopped",
    `The import was stopped. ${count} imported; importing the file again goes on from there.`,
    {
      imported,
    },
  );
}

function annotate({ annotations }: Target, items: readonly ExportItem[], now: Date): void {
  for (const { exchange, note, tags } of items.filter(isNoted)) {
    const changed = annotations.change([exchange.id], { note: note ?? undefined, addTags: tags }, now);
    if (!changed.ok) throw new Error(changed.error.message);
  }
}

function isNoted({ note, tags }: Pick<ExportItem, "note" | "tags">): boolean {
  return (note !== null && note !== "") || tags.length > 0;
}

async function readAll(
  file: ImportFile,
  take: (item: ReadItem) => Promise<void> | void,
): Promise<Result<string>> {
  const opened = await openText(file.path);
  if (!opened.ok) return opened;
  const { what, pieces } = opened.value;
  const { fileName, redactSecrets } = file;
  const importedAt = file.importedAt.toISOString();
  try {
    for await (const item of readImport({ pieces: pieces(), origin: fileName, importedAt, redactSecrets }))
      await take(item);
    return success(what);
  } catch (error) {
    const reason =
      error instanceof TypeError ? "It is not UTF-8 text." : error instanceof Error ? error.message : "";
    return failure("import.not-readable", `"${fileName}" cannot be read to its end. ${reason}`);
  }
}
