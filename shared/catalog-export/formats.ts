/**
 * What a catalog can be written as. `json` and `csv` are the catalog itself and can be imported again; `schema` and `ts` are for
 * programs; `md`, `html` and `request-csv` are the request document for the vendor's Product Integration Team.
 */
export const CATALOG_EXPORT_FORMATS = ["json", "csv", "md", "schema", "ts", "html", "request-csv"] as const;
export type CatalogExportFormat = (typeof CATALOG_EXPORT_FORMATS)[number];

/** What each is called in a menu. */
export const EXPORT_TITLES = {
  json: "Catalog file (JSON)",
  csv: "Table (CSV)",
  md: "Request document (Markdown)",
  schema: "JSON Schema",
  ts: "TypeScript types",
  html: "Request document (HTML)",
  "request-csv": "Request document (CSV)",
} as const satisfies Record<CatalogExportFormat, string>;

/** Formats that can be of only what is new since an earlier version. */
export const REQUEST_FORMATS: ReadonlySet<CatalogExportFormat> = new Set(["md", "html", "request-csv"]);
