import type { Catalog } from "../domain/catalog.ts";
import type { Severity } from "../domain/finding.ts";
import type { ColumnRole } from "./tables/columns.ts";

/** What a catalog can be read from. */
export type ImportFormat =
  | "catalog"
  | "tenant-configuration"
  | "csv"
  | "request-form"
  | "markdown"
  | "html"
  | "json-schema"
  | "payloads";

/** What each format is called in sentences. */
export const FORMAT_TITLES = {
  catalog: "Catalog file",
  "tenant-configuration": "Tenant configuration of the vendor's SDKs",
  csv: "Table (CSV or TSV)",
  "request-form": "Request form (Event Name / Parameter Name / Parameter Type)",
  markdown: "Markdown tables",
  html: "HTML tables",
  "json-schema": "JSON Schema",
  payloads: "Example payloads",
} as const satisfies Record<ImportFormat, string>;

/** Something in the source that was not, or not quite, taken over. Lines and columns count from 1. */
export type ImportProblem = {
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  /** A sentence or two: what is wrong there and what became of it. Never holds a credential. */
  readonly message: string;
  readonly event: string | null;
  readonly parameter: string | null;
};

/** A value that the source does not state and that was inferred. `field` is the field of the event or parameter. */
export type ImportGuess = {
  readonly event: string;
  /** null where the field is the event's own. */
  readonly parameter: string | null;
  readonly field: string;
  /** Why that value: `All 3 payloads have it.` */
  readonly reason: string;
};

/**
 * What a tenant configuration says of the tenant itself. Offered for making a tenant; no part of the catalog. The token
 * is for the vault alone: whoever shows this leaves it out.
 */
export type FoundTenant = {
  readonly name: string | null;
  /** `siteId`, the number that OptiEvent requests carry as `tenant`. */
  readonly tenantNumber: number | null;
  /** `realtimeGateway` as an address to report events to. */
  readonly realtimeEndpoint: string | null;
  readonly realtimeToken: string | null;
};

/** A table as it was understood, for correcting which column means what. */
export type ImportTable = {
  /** The heading above it; empty where there is none. */
  readonly title: string;
  readonly line: number;
  readonly headers: readonly string[];
  /** It has no headings: what would be these is its first row, and `headers` numbers the columns. */
  readonly isFirstRowData: boolean;
  /** What each column was taken for; null where it was passed over. */
  readonly mapping: readonly (ColumnRole | null)[];
  readonly rowCount: number;
  /** The first rows. */
  readonly sample: readonly (readonly string[])[];
};

export type ImportOptions = {
  /** What the catalog is called where the source does not say: the file's name without its ending. */
  readonly name?: string;
  /** Reads the text as this format, whatever it looks like. */
  readonly format?: ImportFormat;
  /** Which column means what, by table; in place of what was recognised. */
  readonly mappings?: readonly (readonly (ColumnRole | null)[] | undefined)[];
  /** Whether the first row holds data and no headings, by table; in place of what it looks like. */
  readonly firstRowIsData?: readonly (boolean | undefined)[];
  /** Names the events of payloads that have a number only. */
  readonly known?: Catalog | null;
};

/** A catalog read from a source, which is never changed by reading it, and all that is to be said about the reading. */
export type CatalogImport = {
  readonly ok: true;
  readonly format: ImportFormat;
  readonly catalog: Catalog;
  /** The first of them in the order of the source, at most MAXIMUM_PROBLEMS. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly guesses: readonly ImportGuess[];
  readonly tenant: FoundTenant | null;
  /** Of formats with tables. */
  readonly tables: readonly ImportTable[];
};

/** Why nothing could be read, and where that shows. `tables` can be read with other mappings. */
export type CatalogImportRefusal = {
  readonly ok: false;
  readonly format: ImportFormat | null;
  readonly reason: string;
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly tables: readonly ImportTable[];
  readonly tenant: FoundTenant | null;
};

export type CatalogImportResult = CatalogImport | CatalogImportRefusal;

/** More problems are counted and not listed. */
export const MAXIMUM_PROBLEMS = 10_000;
