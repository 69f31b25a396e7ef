import type { Catalog } from "../domain/catalog.ts";
import type { Report } from "./report.ts";
import type { CatalogImport, CatalogImportRefusal, FoundTenant, ImportFormat, ImportTable } from "./types.ts";

/** A reading that led to a catalog. */
export function imported(
  format: ImportFormat,
  catalog: Catalog,
  report: Report,
  tables: readonly ImportTable[] = [],
  tenant: FoundTenant | null = null,
): CatalogImport {
  const { problems, problemCount, guesses } = report;
  return { ok: true, format, catalog, problems, problemCount, guesses, tenant, tables };
}

/** A reading that led to none. */
export function refusal(
  format: ImportFormat | null,
  reason: string,
  report: Report,
  tables: readonly ImportTable[] = [],
): CatalogImportRefusal {
  const { problems, problemCount } = report;
  return { ok: false, format, reason, problems, problemCount, tables, tenant: null };
}
