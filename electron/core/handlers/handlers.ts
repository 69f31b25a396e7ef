import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { createAppHandlers } from "./app-handlers.ts";
import { createCatalogEditsHandlers } from "./catalog-edits-handlers.ts";
import { createCatalogExportHandlers } from "./catalog-export-handlers.ts";
import { createCatalogHandlers } from "./catalog-handlers.ts";
import { createChooseFileHandlers } from "./choose-file-handlers.ts";
import { createConnectionHandlers } from "./connection-handlers.ts";
import { createCoverageHandlers } from "./coverage-handlers.ts";
import { createDraftHandlers } from "./draft-handlers.ts";
import { createExchangeHandlers } from "./exchange-handlers.ts";
import { createExportHandlers } from "./export-handlers.ts";
import { createGuardHandlers } from "./guard-handlers.ts";
import { createHistoryHandlers } from "./history-handlers.ts";
import { createLinkHandlers } from "./link-handlers.ts";
import type { Services } from "./services.ts";
import { createSaveTextHandlers } from "./save-text-handlers.ts";
import { createImportHandlers } from "./import-handlers.ts";
import { createPresetHandlers } from "./preset-handlers.ts";
import { createTenantHandlers } from "./tenant-handlers.ts";
import { createToolHandlers } from "./tool-handlers.ts";
import { createValuesHandlers } from "./values-handlers.ts";
import { createVaultHandlers } from "./vault-handlers.ts";

/** A handler for each call of the contract; one that is missing does not compile. */
export function createHandlers(services: Services): Handlers {
  return {
    ...createAppHandlers(services),
    ...createTenantHandlers(services),
    ...createCatalogHandlers(services),
    ...createCoverageHandlers(services),
    ...createCatalogExportHandlers(services),
    ...createLinkHandlers(services),
    ...createCatalogEditsHandlers(services),
    ...createSaveTextHandlers(services),
    ...createChooseFileHandlers(services),
    ...createDraftHandlers(services),
    ...createExchangeHandlers(services),
    ...createHistoryHandlers(services),
    ...createExportHandlers(services),
    ...createImportHandlers(services),
    ...createGuardHandlers(services),
    ...createConnectionHandlers(services),
    ...createValuesHandlers(services),
    ...createPresetHandlers(services),
    ...createVaultHandlers(services),
    ...createToolHandlers(services),
  };
}
