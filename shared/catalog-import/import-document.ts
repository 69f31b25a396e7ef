import type { JsonNode, JsonObject } from "../json/types.ts";
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
  const { roots, recovered } = document ?? { roots: [], recovered: [] };
  // Where no root is what is looked for, events that were found whole are a document of their own.
  const spare = recovered.length === 0 ? null : NO_ROOT;
  if (format === "catalog") {
    const own = firstOf(roots, findOwnCatalog) ?? spare;
    const refused = own === null ? NOTHING[format] : ownCatalogRefusal(own);
    if (own === null || refused !== null) return refusal(format, refused ?? NOTHING[format], report);
    return imported(format, readOwnCatalog(own, recovered, report, name), report);
  }
  if (format === "json-schema") {
    const schema = roots.find(isJsonSchema);
    if (schema === undefined) return refusal(format, NOTHING[format], report);
    return imported(format, readJsonSchema(schema, report, name), report);
  }
  const config = firstOf(roots, findTenantConfig) ?? spare;
  if (config === null) return refusal(format, NOTHING[format], report);
  const secrets = roots.flatMap(secretsOf);
  const tenant = foundTenantOf(config, secrets, report);
  const catalog = readTenantConfig(config, recovered, report, name);
  return withoutSecrets(imported(format, catalog, report, [], tenant), createRedactor(secrets));
}

function firstOf(roots: readonly JsonNode[], find: (root: JsonNode) => JsonObject | null): JsonObject | null {
  for (const root of roots) {
    const found = find(root);
    if (found !== null) return found;
  }
  return null;
}

const NO_ROOT: JsonObject = { kind: "object", start: 0, end: 0, members: [] };

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
