import { createHash } from "node:crypto";
import type { ExportFormat, RedactionProfile } from "../../../shared/domain/history-export.ts";
import type { HistorySelection } from "../../../shared/domain/history.ts";
import { EXPORTERS, FORMAT_FILES } from "../../../shared/export/formats.ts";
import { bundleReadme } from "../../../shared/export/readme.ts";
import { redactionSentences } from "../../../shared/export/redaction/sentences.ts";
import type { ExportContext, ExportItem } from "../../../shared/export/types.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { BUNDLE_FORMATS, zipBundle, type WrittenFile } from "./bundle.ts";
import { coalesced } from "./coalesced.ts";
import type { History } from "../history/history.ts";
import { exchangeSource, selectExchanges, type ExchangeSource } from "./exchange-source.ts";
import { environmentFacts } from "./environment-facts.ts";
import { countRedaction, type RedactionCounts } from "./redaction-counts.ts";
import { startRedaction, type RedactionRun } from "./redaction-run.ts";
import { createStatistics, type Statistics } from "./statistics.ts";

export type ExportRequest = {
  readonly selection: HistorySelection;
  readonly format: ExportFormat;
  readonly profile: RedactionProfile;
};

export type MakeExport = ExportFacts & {
  readonly history: History;
  /** As it is at the start: what is locked meanwhile is still taken out. */
  readonly redactSecrets: (text: string) => string;
};

/** What an export says of itself. */
export type ExportFacts = {
  readonly exportedAt: Date;
  readonly appVersion: string;
  readonly host: string;
};

/** An export that is ready to be written. */
export type MadeExport = {
  readonly fileName: string;
  readonly mimeType: string;
  /** How often `onItem` will be called. */
  readonly total: number;
  readonly chunks: AsyncIterable<string | Uint8Array>;
};

export const APP_NAME = "OptiEvent Console";

/**
 * Prepares an export; reading begins when its chunks are taken. Aborting the signal makes taking the next one reject.
 * Codes: those of `selectExchanges`.
 */
export async function makeExport(
  { history, redactSecrets, ...facts }: MakeExport,
  request: ExportRequest,
  signal: AbortSignal,
  onItem: () => void,
): Promise<Result<MadeExport>> {
  const selected = await selectExchanges(history, request.selection);
  if (!selected.ok) return selected;
  const source = exchangeSource(history, selected.value);
  const chunks = exportChunks({ facts, request, redactSecrets, source, signal, onItem });
  return success(describeExport(request.format, facts.exportedAt, source.total, chunks));
}

export function describeExport(
  format: ExportFormat,
  exportedAt: Date,
  exchanges: number,
  chunks: MadeExport["chunks"],
): MadeExport {
  const { extension, mimeType } = FORMAT_FILES[format];
  const passes = format === "bundle" ? BUNDLE_FORMATS.length : 1;
  return { fileName: `${baseName(exportedAt)}.${extension}`, mimeType, total: exchanges * passes, chunks };
}

export type Making = {
  readonly facts: ExportFacts;
  readonly request: Pick<ExportRequest, "format" | "profile">;
  readonly redactSecrets: (text: string) => string;
  readonly source: ExchangeSource;
  readonly signal: AbortSignal;
  readonly onItem: () => void;
};

/** The pieces of the file. */
export async function* exportChunks(making: Making): AsyncGenerator<string | Uint8Array> {
  const { facts, request, redactSecrets, source, signal } = making;
  const { format, profile } = request;
  const identities = profile === "none" ? new Set<string>() : await identitiesIn(source, signal);
  const run = startRedaction(profile, redactSecrets, identities);
  const context = contextOf(facts, profile);
  if (format === "bundle") yield* bundleOf(making, run, context);
  else
    yield* coalesced(EXPORTERS[format](redacted(making, countRedaction(run), createStatistics()), context));
}

async function* redacted(
  { source, signal, onItem }: Making,
  { redact }: RedactionCounts,
  statistics: Statistics,
): AsyncGenerator<ExportItem> {
  for await (const item of source.items(signal)) {
    statistics.add(item.exchange);
    yield redact(item);
    onItem();
  }
}

function bundleOf(making: Making, run: RedactionRun, context: ExportContext): AsyncIterable<Uint8Array> {
  const { appVersion, host, exportedAt } = making.facts;
  // Each file is a pass of its own over the same exchanges, so that the counts of any of them are those of all.
  let statistics = createStatistics();
  let redaction = countRedaction(run);
  const files = BUNDLE_FORMATS.map((format) => ({
    name: `exchanges.${format}`,
    chunks: () => {
      statistics = createStatistics();
      redaction = countRedaction(run);
      return coalesced(EXPORTERS[format](redacted(making, redaction, statistics), context));
    },
  }));
  const readme = (written: readonly WrittenFile[]) =>
    bundleReadme({
      ...context,
      ...statistics.facts(),
      replaced: redaction.totals(),
      environment: environmentFacts(appVersion, host),
      files: written,
    });
  return zipBundle({ folder: baseName(exportedAt), madeAt: exportedAt, files, readme });
}

function contextOf({ exportedAt, appVersion }: ExportFacts, profile: RedactionProfile): ExportContext {
  return {
    exportedAt: exportedAt.toISOString(),
    app: { name: APP_NAME, version: appVersion },
    redaction: redactionSentences(profile),
    sha256: (text) => createHash("sha256").update(text).digest("base64"),
  };
}

/** Beyond this many they are looked for in their own exchanges only; email addresses are found everywhere in any case. */
const MOST_IDENTITIES = 250_000;

/** Whose exchanges they are, so that who is mentioned in the exchange of another is recognised there. */
export async function identitiesIn(source: ExchangeSource, signal: AbortSignal): Promise<Set<string>> {
  const identities = new Set<string>();
  for await (const { exchange } of source.items(signal)) {
    if (exchange.identity !== null) identities.add(exchange.identity.value.toLowerCase());
    if (identities.size >= MOST_IDENTITIES) break;
  }
  return identities;
}

/** `optievent-history-20261123-091500`: sorts by time and is valid on every file system. */
function baseName(exportedAt: Date): string {
  const [date = "", time = ""] = exportedAt.toISOString().split("T");
  return `optievent-history-${date.replaceAll("-", "")}-${time.slice(0, 8).replaceAll(":", "")}`;
}
