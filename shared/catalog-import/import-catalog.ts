import type { PasteResult } from "../paste/types.ts";
import { assertNever } from "../result/result.ts";
import { createBuilder, type CatalogBuilder } from "./builder.ts";
import { decodeText, MAXIMUM_IMPORT_BYTES } from "./decode.ts";
import { importDocument } from "./import-document.ts";
import { findPayloads, readPayloads } from "./payloads.ts";
import { readPlainCatalog } from "./json/plain-catalog.ts";
import { MAXIMUM_SCRIPT_LENGTH } from "./json/script.ts";
import { readDocument, type ReadDocument } from "./json/read-document.ts";
import { imported, refusal } from "./outcome.ts";
import { looksLikeScript, recogniseFormat } from "./recognise-format.ts";
import { createReport, type Report } from "./report.ts";
import { readRequestForm } from "./request-form.ts";
import { csvLayoutOf, guessDelimiter, readCsv, startsWithData } from "./tables/csv.ts";
import { readHtml } from "./tables/html.ts";
import { readMarkdownTables } from "./tables/markdown.ts";
import { readTables } from "./tables/read-tables.ts";
import type { SourceTable } from "./tables/table.ts";
import type { CatalogImportResult, ImportFormat, ImportOptions } from "./types.ts";

/** UTF-16 units of a page. */
const MAXIMUM_HTML_LENGTH = 16 * 1024 * 1024;

/**
 * Reads a catalog from a text, or from the bytes of a file, whatever of the known formats it is in. The format is told by the
 * content. Pure: nothing of the source is run, loaded or changed, and it may run in a worker. Never throws; what cannot be
 * taken over is a problem with its line and column, and keeps nothing else back. A credential in the source is in the
 * result's `tenant` and nowhere else.
 */
export function importCatalog(input: string | Uint8Array, options: ImportOptions = {}): CatalogImportResult {
  const decoded = typeof input === "string" ? null : decodeText(input);
  if (decoded !== null && !decoded.ok) return refusal(null, decoded.error.message, createReport(""));
  const text = (typeof input === "string" ? input : (decoded?.value.text ?? "")).replace(/^\uFEFF/, "");
  const report = createReport(text);
  if (decoded?.value.note) report.say("warning", 0, decoded.value.note);
  if (text.length > MAXIMUM_IMPORT_BYTES) {
    return refusal(null, "The text is longer than 64 million characters. Divide it into parts.", report);
  }
  if (text.trim() === "") return refusal(null, "There is nothing in the text.", report);
  const plain = options.format === undefined || options.format === "catalog" ? readPlainCatalog(text) : null;
  if (plain !== null) return imported("catalog", plain, report);
  const recognised = options.format === undefined ? recogniseFormat(text) : null;
  if (recognised?.refused != null) return refusal(null, recognised.refused, report);
  const format = options.format ?? recognised?.format ?? null;
  if (format === null) return withLimits(text, refusal(null, UNKNOWN, report));
  const { document = null, payloads = null } = recognised ?? {};
  if (decoded?.value.note && recognised?.report) recognised.report.say("warning", 0, decoded.value.note);
  return withLimits(
    text,
    importAs(format, { text, document, payloads }, options, recognised?.report ?? report),
  );
}

/** A script that is too long is taken for a table or for nothing, and why that has no events says nothing. */
function withLimits(text: string, result: CatalogImportResult): CatalogImportResult {
  if (result.ok || text.length <= MAXIMUM_SCRIPT_LENGTH || result.format === "html") return result;
  return { ...result, reason: looksLikeScript(text) ? TOO_LONG_SCRIPT : `${result.reason} ${LIMITS}` };
}

const TOO_LONG_SCRIPT =
  "This looks like a script of more than 8 million characters, which is the most that is read of one. Save what it holds as JSON, of which 64 MiB are read, or divide it.";
const LIMITS =
  "Catalog files, JSON and tables are read at this length; scripts up to 8 million characters, pages up to 16 million. Divide what is longer.";

const UNKNOWN =
  "No events were found. A catalog is read from a catalog file, a tenant configuration (JSON or script), a table (CSV, TSV, Markdown, HTML), the request form, a JSON Schema, or example payloads.";

const DEFAULT_NAME = "Imported catalog";

type Source = {
  readonly text: string;
  readonly document: ReadDocument | null;
  readonly payloads: PasteResult | null;
};

function importAs(
  format: ImportFormat,
  { text, document, payloads }: Source,
  options: ImportOptions,
  report: Report,
): CatalogImportResult {
  const name = options.name ?? DEFAULT_NAME;
  switch (format) {
    case "catalog":
    case "tenant-configuration":
    case "json-schema":
      return importDocument(format, document ?? readDocument(text, report), name, report);
    case "csv":
      return importCsv(text, options, report);
    case "html":
      return importHtml(text, options, report);
    case "markdown":
      return importMarkdown(text.replaceAll(/\r\n?/g, "\n"), options, report);
    case "request-form": {
      const builder = createBuilder(report);
      readRequestForm(text.replaceAll(/\r\n?/g, "\n"), builder, report);
      if (builder.isEmpty) return refusal(format, "The request form names no event.", report);
      return imported(format, builder.finish(name), report);
    }
    case "payloads": {
      const catalog = readPayloads(payloads ?? findPayloads(text), text, options.known ?? null, report, name);
      if (catalog === null) return refusal(format, "The text holds no payload of an event.", report);
      return imported(format, catalog, report);
    }
    default:
      return assertNever(format);
  }
}

function importCsv(text: string, options: ImportOptions, report: Report): CatalogImportResult {
  const found = csvLayoutOf(text);
  const guessed = guessDelimiter(text) ?? found?.delimiter ?? ",";
  // A row of data may have the word of a heading in it: `purchase,name,string`.
  const isOfData = (found?.roles ?? 0) < 2 && startsWithData(text, guessed);
  const isHeadless = options.firstRowIsData?.[0] ?? isOfData;
  const delimiter = isHeadless ? guessed : (found?.delimiter ?? guessed);
  const table = readCsv(text, { delimiter, headingRow: isHeadless ? 0 : (found?.headingRow ?? 0) }, report);
  return importTables("csv", [table], createBuilder(report), options, report);
}

/** What stands between the tables may name events as the request form does, those without parameters among them. */
function importMarkdown(text: string, options: ImportOptions, report: Report): CatalogImportResult {
  const builder = createBuilder(report);
  readRequestForm(text, builder, report);
  return importTables("markdown", readMarkdownTables(text, report), builder, options, report);
}

function importHtml(text: string, options: ImportOptions, report: Report): CatalogImportResult {
  if (text.length > MAXIMUM_HTML_LENGTH) {
    return refusal(
      "html",
      "The page has more than 16 million characters. Copy its tables and paste them.",
      report,
    );
  }
  const page = readHtml(text, report);
  const builder = createBuilder(report);
  readRequestForm(page.text, builder, report, false);
  if (page.tables.length > 0) return importTables("html", page.tables, builder, options, report);
  if (builder.isEmpty) return refusal("html", "The page has no table of events and no request form.", report);
  return imported("request-form", builder.finish(options.name ?? DEFAULT_NAME), report);
}

function importTables(
  format: ImportFormat,
  sources: readonly SourceTable[],
  builder: CatalogBuilder,
  options: ImportOptions,
  report: Report,
): CatalogImportResult {
  const tables = readTables(sources, builder, report, options);
  if (builder.isEmpty) {
    const reason =
      "No column was recognised as that of events or parameters. Say which column is which, or name them Event Key and Parameter Key.";
    return refusal(format, reason, report, tables);
  }
  const catalog = builder.finish(options.name ?? DEFAULT_NAME, format === "markdown");
  return imported(format, catalog, report, tables);
}
