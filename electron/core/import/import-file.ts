import type { ImportPreview, ImportResult } from "../../../shared/contract/import-calls.ts";
import type { Exchange, Outcome } from "../../../shared/domain/exchange.ts";
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
    else preview.count += 1;
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

/**
 * Adds the exchanges of a file to history, as imported. Those that are there already are passed over. What was added before it
 * failed stays, and importing again goes on from there. Codes: those of `openText`, `import.not-readable`.
 */
export async function importFile(
  history: Pick<History, "has" | "append">,
  file: ImportFile,
): Promise<Result<ImportResult>> {
  let batch: Exchange[] = [];
  const result = { imported: 0, alreadyHere: 0, skipped: 0 };
  const flush = async () => {
    const all = batch;
    batch = [];
    await Promise.all(all.map((exchange) => history.append(exchange)));
    result.imported += all.length;
  };
  const read = await readAll(file, async (item) => {
    if (item.kind === "skipped") result.skipped += 1;
    else if (history.has(item.exchange.id) || batch.some(({ id }) => id === item.exchange.id))
      result.alreadyHere += 1;
    else batch.push(item.exchange);
    if (batch.length >= BATCH) await flush();
  });
  await flush();
  return read.ok ? success(result) : read;
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
