import type { CatalogEvent } from "../../domain/catalog.ts";
import { importCatalog } from "../import-catalog.ts";
import type { CatalogImport, ImportOptions } from "../types.ts";

export function read(source: string | Uint8Array, options?: ImportOptions): CatalogImport {
  const result = importCatalog(source, options);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

/** `key: name type!, name type`, where the mark stands for required. */
export function outline(events: readonly CatalogEvent[]): string[] {
  return events.map(({ key, parameters }) => {
    const list = parameters.map(
      ({ name, type, required }) => `${name} ${type}${required === true ? "!" : ""}`,
    );
    return `${key}: ${list.join(", ")}`;
  });
}

export function problemsOf({ problems }: Pick<CatalogImport, "problems">): string[] {
  return problems.map(({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`);
}
