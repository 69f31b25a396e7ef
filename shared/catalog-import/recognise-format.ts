import { parseJson } from "../json/parse.ts";
import type { JsonNode } from "../json/types.ts";
import { recognise } from "../paste/recognise.ts";
import { createReport, type Report } from "./report.ts";
import { isJsonSchema } from "./json/json-schema.ts";
import { findOwnCatalog } from "./json/own-catalog.ts";
import { readDocument, type ReadDocument } from "./json/read-document.ts";
import { findTenantConfig } from "./json/tenant-config.ts";
import { looksLikeRequestForm } from "./request-form.ts";
import { csvLayoutOf, guessDelimiter } from "./tables/csv.ts";
import { hasMarkdownTable } from "./tables/markdown.ts";
import type { ImportFormat } from "./types.ts";

/** What a text is. Where it took reading it as a document to tell, that document and what was said of it. */
export type RecognisedFormat = {
  readonly format: ImportFormat | null;
  readonly document: ReadDocument | null;
  readonly report: Report | null;
};

/** Tells what a text is by its content; `format` is null where it is none of those known. */
export function recogniseFormat(text: string): RecognisedFormat {
  const json = parseJson(text);
  if (json.ok) {
    const format = formatOfRoot(json.root) ?? ifEvents(text);
    return { format, document: { roots: [json.root], recovered: [] }, report: null };
  }
  if (looksLikeCode(text)) {
    const report = createReport(text);
    const document = readDocument(text, report);
    const format = document === null ? null : formatOfDocument(document);
    if (format !== null) return { format, document, report };
  }
  return { format: formatOfText(text), document: null, report: null };
}

function formatOfDocument({ roots, recovered }: ReadDocument): ImportFormat | null {
  for (const root of roots) {
    const format = formatOfRoot(root);
    if (format !== null) return format;
  }
  if (recovered.length === 0) return null;
  return recovered[0]?.name === null ? "catalog" : "tenant-configuration";
}

function formatOfText(text: string): ImportFormat | null {
  if (/^\s*curl\s/i.test(text)) return ifEvents(text);
  if (/<table[\s>]/i.test(text)) return "html";
  const layout = csvLayoutOf(text);
  if (hasMarkdownTable(text)) return "markdown";
  if (layout !== null && layout.roles > 1) return "csv";
  if (looksLikeRequestForm(text)) return /<(?:html|body|p|div)[\s>]/i.test(text) ? "html" : "request-form";
  const payloads = ifEvents(text);
  if (payloads !== null) return payloads;
  return layout !== null || guessDelimiter(text) !== null ? "csv" : null;
}

function formatOfRoot(root: JsonNode): ImportFormat | null {
  if (findOwnCatalog(root) !== null) return "catalog";
  if (findTenantConfig(root) !== null) return "tenant-configuration";
  return isJsonSchema(root) ? "json-schema" : null;
}

/** An object on its own, or a script that writes one down. */
function looksLikeCode(text: string): boolean {
  if (/^\s*[{[(]/.test(text) || /\b(?:events|parameters)["']?\s*:\s*[{[]/.test(text)) return true;
  return (
    text.includes("{") &&
    (/^[ \t]*(?:var|let|const|export|window|module|self)\b/m.test(text) || /[=(]\s*\{/.test(text))
  );
}

/** The paste recogniser knows payloads in commands, logs and recordings. */
function ifEvents(text: string): ImportFormat | null {
  return recognise(text).ok ? "payloads" : null;
}
