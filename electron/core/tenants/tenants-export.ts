import type { SavedFile } from "../../../shared/contract/saved-file.ts";
import type { Tenant } from "../../../shared/domain/tenant.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { writeTenantsFile } from "../../../shared/tenants/tenants-file.ts";
import type { SaveFile } from "../ports.ts";
import type { ValuesStore } from "../workspace/values-store.ts";
import { describeSystemError } from "../workspace/system-error.ts";

/**
 * Writes these tenants, or all, to a file of the user's choice. A secret that somebody typed into another field goes as its
 * reference. Codes: `tenant.not-found`, `export.not-written`.
 */
export async function exportTenants(
  {
    saveFile,
    redact,
    values,
  }: {
    readonly saveFile: SaveFile;
    readonly redact: (text: string) => string;
    readonly values: Pick<ValuesStore, "get">;
  },
  tenants: readonly Tenant[],
  ids: readonly string[] | null,
): Promise<Result<SavedFile>> {
  const chosen = ids === null ? tenants : tenants.filter(({ id }) => ids.includes(id));
  if (chosen.length === 0 || (ids !== null && chosen.length < new Set(ids).size)) {
    return failure(
      "tenant.not-found",
      "There is nothing to export: a tenant that was chosen no longer exists.",
    );
  }
  try {
    const text = redact(writeTenantsFile(chosen, (id) => values.get(id)));
    return success(await saveFile("optievent-tenants.json", "application/json", [text]));
  } catch (error) {
    return failure(
      "export.not-written",
      `The file could not be written, because ${describeSystemError(error)}. Choose another place and export again.`,
    );
  }
}
