import { catalogText } from "../catalog/catalog-text.ts";
import type { Catalog } from "../domain/catalog.ts";
import { assertNever } from "../result/result.ts";
import { catalogCsv } from "./catalog-csv.ts";
import { catalogSchemaText } from "./catalog-schema.ts";
import type { CatalogExportFormat } from "./formats.ts";
import { requestCsv } from "./request-csv.ts";
import { requestHtml } from "./request-html.ts";
import { requestMarkdown } from "./request-markdown.ts";
import { requestOf } from "./request.ts";
import { catalogTypeScript } from "./typescript.ts";

const ENDINGS = {
  json: { ending: ".catalog.json", mimeType: "application/json" },
  csv: { ending: ".csv", mimeType: "text/csv" },
  md: { ending: "-request.md", mimeType: "text/markdown" },
  schema: { ending: ".schema.json", mimeType: "application/schema+json" },
  ts: { ending: ".d.ts", mimeType: "text/plain" },
  html: { ending: "-request.html", mimeType: "text/html" },
  "request-csv": { ending: "-request.csv", mimeType: "text/csv" },
} as const satisfies Record<CatalogExportFormat, { ending: string; mimeType: string }>;

export type ExportedCatalog = {
  readonly text: string;
  /** Valid on every file system. */
  readonly fileName: string;
  readonly mimeType: string;
};

/** Writes a catalog. `since`: of request documents, only what this earlier version of it lacks. */
export function exportCatalog(
  catalog: Catalog,
  format: CatalogExportFormat,
  since: Catalog | null = null,
): ExportedCatalog {
  const { ending, mimeType } = ENDINGS[format];
  return { text: textOf(catalog, format, since), fileName: fileStem(catalog.name) + ending, mimeType };
}

function textOf(catalog: Catalog, format: CatalogExportFormat, since: Catalog | null): string {
  switch (format) {
    case "json":
      return catalogText(catalog);
    case "csv":
      return catalogCsv(catalog);
    case "schema":
      return catalogSchemaText(catalog);
    case "ts":
      return catalogTypeScript(catalog);
    case "md":
      return requestMarkdown(requestOf(catalog, since));
    case "html":
      return requestHtml(requestOf(catalog, since));
    case "request-csv":
      return requestCsv(requestOf(catalog, since));
    default:
      return assertNever(format);
  }
}

function fileStem(name: string): string {
  const stem = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return stem === "" ? "catalog" : stem;
}
