import { hasTooManyValues, parseJsonPart } from "../json/parse.ts";
import type { JsonNode } from "../json/types.ts";
import type { PasteResult } from "../paste/types.ts";
import { findPayloads } from "./payloads.ts";
import { createReport, type Report } from "./report.ts";
import { isJsonSchema } from "./json/json-schema.ts";
import { findOwnCatalog } from "./json/own-catalog.ts";
import { MAXIMUM_VALUES, readNotJson, TOO_MANY_VALUES, type ReadDocument } from "./json/read-document.ts";
import { findTenantConfig } from "./json/tenant-config.ts";
import { looksLikeRequestForm } from "./request-form.ts";
import { csvLayoutOf, guessDelimiter } from "./tables/csv.ts";
import { hasMarkdownTable } from "./tables/markdown.ts";
import type { ImportFormat } from "./types.ts";

/** What a text is. Where it took reading it to tell, what was read, so that nothing is read twice, and what was said of it. */
export type RecognisedFormat = {
  readonly format: ImportFormat | null;
  readonly document: ReadDocument | null;
  readonly payloads: PasteResult | null;
  readonly report: Report | null;
  /** Why it is not read at all. */
  readonly refused: string | null;
};

/** Tells what a text is by its content; `format` is null where it is none of those known. */
export function recogniseFormat(text: string): RecognisedFormat {
  const json = parseJsonPart(text, MAXIMUM_VALUES);
  if (hasTooManyValues(json)) return { ...recognisedAs(null), refused: TOO_MANY_VALUES };
  if (json.ok) {
    const format = formatOfRoot(json.root);
    if (format === null) return ifPayloads(text) ?? recognisedAs(null);
    return { ...recognisedAs(format), document: { roots: [json.root], recovered: [] } };
  }
  if (looksLikeCode(text)) {
    const report = createReport(text);
    const document = readNotJson(text, json, report);
    const format = document === null ? null : formatOfDocument(document);
    if (format !== null) return { ...recognisedAs(format), document, report };
  }
  return recogniseText(text);
}

function recognisedAs(format: ImportFormat | null): RecognisedFormat {
  return { format, document: null, payloads: null, report: null, refused: null };
}

function formatOfDocument({ roots, recovered }: ReadDocument): ImportFormat | null {
  for (const root of roots) {
    const format = formatOfRoot(root);
    if (format !== null) return format;
  }
  if (recovered.length === 0) return null;
  return recovered[0]?.name === null ? "catalog" : "tenant-configuration";
}

function recogniseText(text: string): RecognisedFormat {
  if (/^\s*curl\s/i.test(text)) return ifPayloads(text) ?? recognisedAs(null);
  if (/<table[\s>]/i.test(text)) return recognisedAs("html");
  const layout = csvLayoutOf(text);
  if (hasMarkdownTable(text)) return recognisedAs("markdown");
  if (layout !== null && layout.roles > 1) return recognisedAs("csv");
  if (looksLikeRequestForm(text)) {
    return recognisedAs(/<(?:html|body|p|div)[\s>]/i.test(text) ? "html" : "request-form");
  }
  const isTable = layout !== null || guessDelimiter(text) !== null;
  return ifPayloads(text) ?? recognisedAs(isTable ? "csv" : null);
}

function formatOfRoot(root: JsonNode): ImportFormat | null {
  if (findOwnCatalog(root) !== null) return "catalog";
  if (findTenantConfig(root) !== null) return "tenant-configuration";
  return isJsonSchema(root) ? "json-schema" : null;
}

/** An object on its own, or a script that writes one down. */
function looksLikeCode(text: string): boolean {
  if (/^\s*[{[(]/.test(text) || /\b(?:events|parameters)["']?\s*:\s*[{[]/.test(text)) return true;
  return looksLikeScript(text) || (text.includes("{") && /[=(]\s*\{/.test(text));
}

/** Whether a line of the text begins as a script writes something down. */
export function looksLikeScript(text: string): boolean {
  return text.includes("{") && /^[ \t]*(?:var|let|const|export|window|module|self)\b/m.test(text);
}

/** The paste recogniser knows payloads in commands, logs and recordings. */
function ifPayloads(text: string): RecognisedFormat | null {
  const payloads = findPayloads(text);
  return payloads.ok ? { ...recognisedAs("payloads"), payloads } : null;
}
