import { exportCatalog } from "../../../shared/catalog-export/export-catalog.ts";
import type { CatalogExportFormat } from "../../../shared/catalog-export/formats.ts";
import type { Catalog, StoredCatalog } from "../../../shared/domain/catalog.ts";
import type { SavedFile } from "../../../shared/contract/saved-file.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { SaveFile } from "../ports.ts";
import type { CatalogStore } from "../workspace/catalog-store.ts";
import { describeSystemError } from "../workspace/system-error.ts";

export type CatalogExportDependencies = {
  readonly catalogs: Pick<CatalogStore, "get" | "version" | "refusal">;
  readonly saveFile: SaveFile;
  readonly redact: (text: string) => string;
};

/**
 * Writes a catalog, or an earlier version of it, to a file of the user's choice; `since` is the version that a request
 * document shows the difference from. Whatever is a secret of the console is left out. Codes: `catalog.not-found`,
 * `export.no-events`, `export.not-written`, those of the catalog's `version` and `refusal`.
 */
export async function exportStoredCatalog(
  { catalogs, saveFile, redact }: CatalogExportDependencies,
  wanted: {
    readonly id: string;
    readonly format: CatalogExportFormat;
    readonly version: number | null;
    readonly since: number | null;
    readonly events?: readonly string[] | null;
  },
): Promise<Result<SavedFile>> {
  const refusal = catalogs.refusal(wanted.id);
  if (refusal !== null) return { ok: false, error: refusal };
  const current = catalogs.get(wanted.id);
  const chosen = wanted.version === null ? success(current) : catalogs.version(wanted.id, wanted.version);
  if (!chosen.ok) return chosen;
  if (chosen.value === null) {
    return failure("catalog.not-found", "This catalog is not in the workspace. Choose another one.", {
      id: wanted.id,
    });
  }
  const since = wanted.since === null ? null : catalogs.version(wanted.id, wanted.since);
  if (since !== null && !since.ok) return since;
  const catalog = onlyEvents(chosen.value.catalog, wanted.events ?? null);
  if (catalog.events.length === 0 && wanted.events?.length !== undefined) return noneOfThem(chosen.value);
  const exported = exportCatalog(catalog, wanted.format, since?.value.catalog ?? null);
  try {
    return success(await saveFile(exported.fileName, exported.mimeType, [redact(exported.text)]));
  } catch (error) {
    const reason = describeSystemError(error);
    return failure(
      "export.not-written",
      `The export could not be written, because ${reason}. Try another folder.`,
    );
  }
}

function onlyEvents(catalog: Catalog, keys: readonly string[] | null): Catalog {
  if (keys === null) return catalog;
  const wanted = new Set(keys);
  return { ...catalog, events: catalog.events.filter(({ key }) => wanted.has(key)) };
}

function noneOfThem({ version }: StoredCatalog): Result<never> {
  return failure(
    "export.no-events",
    `Version ${version} has none of these events. Save your changes as a version first, or choose another version.`,
  );
}
