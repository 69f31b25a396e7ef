import { createRedactor, type Redact } from "../redaction/redact.ts";
import { findOwnCatalog, ownCatalogRefusal, readOwnCatalog } from "./json/own-catalog.ts";
import { isJsonSchema, readJsonSchema } from "./json/json-schema.ts";
import { foundTenantOf, secretsOf } from "./json/found-tenant.ts";
import type { ReadDocument } from "./json/read-document.ts";
import { findTenantConfig, readTenantConfig } from "./json/tenant-config.ts";
import { imported, refusal } from "./outcome.ts";
import type { Report } from "./report.ts";
import type { CatalogImport, CatalogImportResult } from "./types.ts";

type DocumentFormat = "catalog" | "tenant-configuration" | "json-schema";

/** Imports what is a document of objects. `name` is for a catalog that does not say its own. */
export function importDocument(
  format: DocumentFormat,
  document: ReadDocument | null,
  name: string,
  report: Report,
): CatalogImportResult {
  for (const root of document?.roots ?? []) {
    const recovered = document?.recovered ?? [];
    if (format === "catalog") {
      const own = findOwnCatalog(root);
      const refused = own === null ? null : ownCatalogRefusal(own);
      if (refused !== null) return refusal(format, refused, report);
      if (own !== null) return imported(format, readOwnCatalog(own, recovered, report, name), report);
    }
    if (format === "json-schema" && isJsonSchema(root)) {
      return imported(format, readJsonSchema(root, report, name), report);
    }
    const config = format === "tenant-configuration" ? findTenantConfig(root) : null;
    if (config !== null) {
      const tenant = foundTenantOf(root, config, report);
      const catalog = readTenantConfig(config, recovered, report, name);
      return withoutSecrets(imported(format, catalog, report, [], tenant), createRedactor(secretsOf(root)));
    }
  }
  return refusal(format, NOTHING[format], report);
}

const NOTHING: Readonly<Record<DocumentFormat, string>> = {
  catalog: "The text holds no catalog: that is an object with a list of events.",
  "tenant-configuration": "The text holds no tenant configuration: that is an object with a map of events.",
  "json-schema": "The text holds no JSON Schema of an object.",
};

/** A token may stand anywhere in a configuration; nothing but the offer of a tenant keeps it. */
function withoutSecrets(read: CatalogImport, redact: Redact): CatalogImport {
  return {
    ...read,
    catalog: redacted(read.catalog, redact) as CatalogImport["catalog"],
    problems: read.problems.map((problem) => redacted(problem, redact) as typeof problem),
    guesses: read.guesses.map((guess) => redacted(guess, redact) as typeof guess),
  };
}

function redacted(value: unknown, redact: Redact): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((item) => redacted(item, redact));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [redact(name), redacted(member, redact)]),
  );
}
