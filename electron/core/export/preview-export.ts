import type { ExportPreview } from "../../../shared/contract/export-calls.ts";
import type { RedactionProfile } from "../../../shared/domain/history-export.ts";
import type { HistorySelection } from "../../../shared/domain/history.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../history/history.ts";
import { exchangeSource, selectExchanges } from "./exchange-source.ts";
import { countForPreview } from "./redaction-counts.ts";
import { startRedaction } from "./redaction-run.ts";

export type PreviewRequest = { readonly selection: HistorySelection; readonly profile: RedactionProfile };

/** A preview answers while one looks at it; what it did not come to is said. */
const LONGEST_MS = 2_000;

/** What an export would replace, by doing it without writing anything. Codes: those of `selectExchanges`. */
export async function previewExport(
  history: History,
  redactSecrets: (text: string) => string,
  { selection, profile }: PreviewRequest,
  signal: AbortSignal,
): Promise<Result<ExportPreview>> {
  const selected = await selectExchanges(history, selection);
  if (!selected.ok) return selected;
  const source = exchangeSource(history, selected.value);
  const counting = countForPreview(startRedaction(profile, redactSecrets, new Set()));
  const until = performance.now() + LONGEST_MS;
  let scanned = 0;
  for await (const item of source.items(signal)) {
    counting.redact(item);
    scanned += 1;
    if (performance.now() > until) break;
  }
  return success({ total: source.total, scanned, ...counting.counts() });
}
