import type { ExportPreview } from "../../../shared/contract/export-calls.ts";
import type { RedactionProfile } from "../../../shared/domain/history-export.ts";
import type { HistorySelection } from "../../../shared/domain/history.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import type { History } from "../history/history.ts";
import { exchangeSource } from "./exchange-source.ts";
import { startRedaction } from "./redaction-run.ts";

export type PreviewRequest = { readonly selection: HistorySelection; readonly profile: RedactionProfile };

/** A preview answers while one looks at it; what it did not come to is said. */
const LONGEST_MS = 2_000;

/** What an export would replace, by doing it without writing anything. Codes: those of `exchangeSource`. */
export async function previewExport(
  history: History,
  redactSecrets: (text: string) => string,
  { selection, profile }: PreviewRequest,
  signal: AbortSignal,
): Promise<Result<ExportPreview>> {
  const source = await exchangeSource(history, selection);
  if (!source.ok) return source;
  const run = startRedaction(profile, redactSecrets, new Set());
  const until = performance.now() + LONGEST_MS;
  let scanned = 0;
  for await (const item of source.value.items(signal)) {
    run.redact(item);
    scanned += 1;
    if (performance.now() > until) break;
  }
  return success({ total: source.value.total, scanned, ...run.counts() });
}
