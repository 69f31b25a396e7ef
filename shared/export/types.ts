import type { Exchange } from "../domain/exchange.ts";

/** An exchange as an export takes it: the record, already redacted, and what people wrote beside it. */
export type ExportItem = {
  readonly exchange: Exchange;
  readonly note: string | null;
  readonly tags: readonly string[];
};

/** What an exporter is told about the export it makes. */
export type ExportContext = {
  /** ISO-8601 UTC. */
  readonly exportedAt: string;
  readonly app: { readonly name: string; readonly version: string };
  /** One sentence each: what was taken out of these exchanges. */
  readonly redaction: readonly string[];
  /** SHA-256 of the text as UTF-8, in base64: for content security policies. */
  readonly sha256: (text: string) => string;
};

/**
 * Writes exchanges in one format, as pieces of its text in their order. It holds one exchange at a time, so that the size of an
 * export is bounded by its destination only.
 */
export type Exporter = (items: AsyncIterable<ExportItem>, context: ExportContext) => AsyncIterable<string>;
