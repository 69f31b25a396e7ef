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
import { exchangeSource, type ExchangeSource } from "./exchange-source.ts";
import { environmentFacts } from "./environment-facts.ts";
import { startRedaction, type RedactionRun } from "./redaction-run.ts";
import { createStatistics, type Statistics } from "./statistics.ts";

export type ExportRequest = {
  readonly selection: HistorySelection;
  readonly format: ExportFormat;
  readonly profile: RedactionProfile;
};

export type MakeExport = {
  readonly history: History;
  /** As it is at the start: what is locked meanwhile is still taken out. */
  readonly redactSecrets: (text: string) => string;
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
 * Codes: those of `exchangeSource`.
 */
export async function makeExport(
  options: MakeExport,
  request: ExportRequest,
  signal: AbortSignal,
  onItem: () => void,
): Promise<Result<MadeExport>> {
  const source = await exchangeSource(options.history, request.selection);
  if (!source.ok) return source;
  const passes = request.format === "bundle" ? BUNDLE_FORMATS.length : 1;
  const name = baseName(options.exportedAt);
  const { extension, mimeType } = FORMAT_FILES[request.format];
  return success({
    fileName: `${name}.${extension}`,
    mimeType,
    total: source.value.total * passes,
    chunks: chunksOf({ options, request, source: source.value, signal, onItem, name }),
  });
}

type Making = {
  readonly options: MakeExport;
  readonly request: ExportRequest;
  readonly source: ExchangeSource;
  readonly signal: AbortSignal;
  readonly onItem: () => void;
  readonly name: string;
};

async function* chunksOf(making: Making): AsyncGenerator<string | Uint8Array> {
  const { options, request, source, signal } = making;
  const { format, profile } = request;
  const identities = profile === "none" ? new Set<string>() : await identitiesIn(source, signal);
  const run = startRedaction(profile, options.redactSecrets, identities);
  const statistics = createStatistics();
  const context = contextOf(options, profile);
  if (format === "bundle") yield* bundleOf(making, run, statistics, context);
  else yield* coalesced(EXPORTERS[format](redacted(making, run, statistics), context));
}

async function* redacted(
  { source, signal, onItem }: Making,
  run: RedactionRun,
  statistics: Statistics,
): AsyncGenerator<ExportItem> {
  for await (const item of source.items(signal)) {
    statistics.add(item.exchange);
    yield run.redact(item);
    onItem();
  }
}

function bundleOf(
  making: Making,
  run: RedactionRun,
  statistics: Statistics,
  context: ExportContext,
): AsyncIterable<Uint8Array> {
  const { options, name } = making;
  // Each file is a pass of its own; what is counted is counted once.
  const files = BUNDLE_FORMATS.map((format, index) => ({
    name: `exchanges.${format}`,
    chunks: () =>
      coalesced(
        EXPORTERS[format](redacted(making, run, index === 0 ? statistics : createStatistics()), context),
      ),
  }));
  const readme = (written: readonly WrittenFile[]) =>
    bundleReadme({
      ...context,
      ...statistics.facts(),
      environment: environmentFacts(options.appVersion, options.host),
      files: written,
    });
  return zipBundle({ folder: name, madeAt: options.exportedAt, files, readme });
}

function contextOf({ exportedAt, appVersion }: MakeExport, profile: RedactionProfile): ExportContext {
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
