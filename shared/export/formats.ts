import { exportCsv } from "./csv.ts";
import { exportJson } from "./export-json.ts";
import { exportHar } from "./har.ts";
import { exportHtml } from "./html.ts";
import { exportMarkdown } from "./markdown.ts";
import { exportNdjson } from "./ndjson.ts";
import { exportPostman } from "./postman.ts";
import { exportShell } from "./shell.ts";
import type { ExportFormat } from "../domain/history-export.ts";
import type { Exporter } from "./types.ts";

/** The formats that are one text; the support bundle is made of several of them. */
export type TextFormat = Exclude<ExportFormat, "bundle">;

type FormatFacts = { readonly extension: string; readonly mimeType: string };

export const FORMAT_FILES: Readonly<Record<ExportFormat, FormatFacts>> = {
  har: { extension: "har", mimeType: "application/json" },
  ndjson: { extension: "ndjson", mimeType: "application/x-ndjson" },
  json: { extension: "json", mimeType: "application/json" },
  csv: { extension: "csv", mimeType: "text/csv; charset=utf-8" },
  md: { extension: "md", mimeType: "text/markdown; charset=utf-8" },
  html: { extension: "html", mimeType: "text/html; charset=utf-8" },
  sh: { extension: "sh", mimeType: "application/x-sh" },
  postman: { extension: "postman_collection.json", mimeType: "application/json" },
  bundle: { extension: "zip", mimeType: "application/zip" },
};

export const EXPORTERS: Readonly<Record<TextFormat, Exporter>> = {
  har: exportHar,
  ndjson: exportNdjson,
  json: exportJson,
  csv: exportCsv,
  md: exportMarkdown,
  html: exportHtml,
  sh: exportShell,
  postman: exportPostman,
};
