import type { JsonNode, JsonObject } from "../json/types.ts";
import type { Catalog } from "../domain/catalog.ts";
import type { KnownSecret } from "../redaction/redact.ts";
import { findOwnCatalog, ownCatalogRefusal, readOwnCatalog } from "./json/own-catalog.ts";
import { isJsonSchema, readJsonSchema } from "./json/json-schema.ts";
import { foundTenantOf } from "./json/found-tenant.ts";
import { MAXIMUM_SECRETS, secretsOf, withoutSecrets } from "./json/secrets.ts";
import type { ReadDocument } from "./json/read-document.ts";
import { findTenantConfig, readTenantConfig } from "./json/tenant-config.ts";
import { imported, refusal } from "./outcome.ts";
import { createReport, type Report } from "./report.ts";
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
  const secrets = roots.flatMap(secretsOf);
  if (secrets.length > MAXIMUM_SECRETS) return refusal(format, TOO_MANY_SECRETS, createReport(""));
  const spare = recovered.length === 0 ? null : NO_ROOT;
  if (format === "catalog") {
    const own = firstOf(roots, findOwnCatalog) ?? spare;
    const refused = own === null ? NOTHING[format] : ownCatalogRefusal(own);
    if (own === null || refused !== null) return refusal(format, refused ?? NOTHING[format], report);
    return withTenant(format, readOwnCatalog(own, recovered, report, name), own, secrets, report);
  }
  if (format === "json-schema") {
    const schema = roots.find(isJsonSchema);
    if (schema === undefined) return refusal(format, NOTHING[format], report);
    const catalog = readJsonSchema(schema, report, name);
    if (catalog.events.length === 0) return refusal(format, NO_EVENT, report);
    return withTenant(format, catalog, NO_ROOT, secrets, report);
  }
  const config = firstOf(roots, findTenantConfig) ?? spare;
  if (config === null) return refusal(format, NOTHING[format], report);
  const tenant = foundTenantOf(config, secrets, report);
  const catalog = readTenantConfig(config, recovered, report, name);
  return withoutSecrets(imported(format, catalog, report, [], tenant), secrets);
}

/** Neither a catalog nor a schema has a place for a token. One that is there all the same is offered like that of a configuration. */
function withTenant(
  format: DocumentFormat,
  catalog: Catalog,
  source: JsonObject,
  secrets: readonly KnownSecret[],
  report: Report,
): CatalogImport {
  if (secrets.length === 0) return imported(format, catalog, report);
  report.say(
    "warning",
    source.start,
    "The file holds what looks like a token. It is left out of the catalog and can go into the vault, with a new tenant.",
  );
  return withoutSecrets(
    imported(format, catalog, report, [], foundTenantOf(source, secrets, report)),
    secrets,
  );
}

function firstOf(roots: readonly JsonNode[], find: (root: JsonNode) => JsonObject | null): JsonObject | null {
  for (const root of roots) {
    const found = find(root);
    if (found !== null) return found;
  }
  return null;
}

const NO_ROOT: JsonObject = { kind: "object", start: 0, end: 0, members: [] };

const TOO_MANY_SECRETS = `The text holds more than ${MAXIMUM_SECRETS} values that look like tokens or passwords. Take them out of it first.`;

const NO_EVENT =
  "The schema describes no event. An event is an object with properties, or a body with them in its context.";

const NOTHING: Readonly<Record<DocumentFormat, string>> = {
  catalog: "The text holds no catalog: that is an object with a list of events.",
  "tenant-configuration": "The text holds no tenant configuration: that is an object with a map of events.",
  "json-schema": "The text holds no JSON Schema of an object.",
};
