import { importCatalog } from "../../../../shared/catalog-import/import-catalog.ts";
import { planImport, type ImportPlan } from "../../../../shared/catalog-import/plan.ts";
import type { CatalogImportResult, ImportOptions } from "../../../../shared/catalog-import/types.ts";
import type { Catalog } from "../../../../shared/domain/catalog.ts";

/** Something to read, and the catalog that it may change; null for a new one. */
export type ImportJob = {
  readonly input: string | Uint8Array;
  readonly options: ImportOptions;
  readonly current: Catalog | null;
};

/** What was read, and what taking it would do. */
export type ImportReading = { readonly result: CatalogImportResult; readonly plan: ImportPlan | null };

export function readImport({ input, options, current }: ImportJob): ImportReading {
  const result = importCatalog(input, options);
  return { result, plan: result.ok ? planImport(current, result) : null };
}
