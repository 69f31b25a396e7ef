import { z } from "zod";
import { CATALOG_EXPORT_FORMATS } from "../catalog-export/formats.ts";
import { savedFileSchema } from "./saved-file.ts";

/** Writing catalogs to files. */
export const catalogExportCalls = {
  /**
   * `version`: an earlier version instead of the current one. `since`: of a request document, only what this version lacks.
   * Codes: `export.no-events` where the version has none of `events`, `catalog.not-found`, `catalog.version-not-found`, `catalog.version-damaged`, `catalog.sealed`,
   * `export.not-written`.
   */
  "catalogs.export": {
    input: z.object({
      id: z.string().min(1).max(500),
      format: z.enum(CATALOG_EXPORT_FORMATS),
      version: z.number().int().positive().nullable().default(null),
      since: z.number().int().positive().nullable().default(null),
      /** Keys of the only events to export; null for all. */
      events: z.array(z.string()).max(100_000).nullable().default(null),
    }),
    output: savedFileSchema,
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type CatalogExportCallName = keyof typeof catalogExportCalls;
