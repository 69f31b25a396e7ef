import type { CatalogExportCallName } from "../../../shared/contract/catalog-export-calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { exportStoredCatalog } from "../export/export-catalog.ts";
import type { Services } from "./services.ts";

export function createCatalogExportHandlers(services: Services): Pick<Handlers, CatalogExportCallName> {
  const { workspace, saveFile, secrets } = services;
  return {
    "catalogs.export": (wanted) =>
      exportStoredCatalog(
        { catalogs: workspace.catalogs, saveFile, redact: (text) => secrets.redact(text) },
        wanted,
      ),
  };
}
