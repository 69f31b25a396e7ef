import { z } from "zod";
import { catalogSchema, storedCatalogSchema } from "../domain/catalog.ts";
import { catalogVersionSchema, versionOriginSchema } from "../domain/catalog-version.ts";

const nothing = z.object({});
const id = z.string().min(1).max(500);
const version = z.number().int().positive();

/** A tenant as a list names it. */
const namedTenantSchema = z.object({ id: z.string(), name: z.string() });

/** A row of the list of catalogs: everything but the events themselves. */
export const catalogSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number().int().positive(),
  savedAt: z.string(),
  eventCount: z.number().int().nonnegative(),
  parameterCount: z.number().int().nonnegative(),
  /** The tenants that are checked against it. */
  tenants: z.array(namedTenantSchema),
});
export type CatalogSummary = z.infer<typeof catalogSummarySchema>;

/** What became of a save. `isChanged` is false where the catalog was the same already: there is no new version then. */
export const savedCatalogSchema = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  savedAt: z.string(),
  isChanged: z.boolean(),
});
export type SavedCatalog = z.infer<typeof savedCatalogSchema>;

/** A catalog that there was not before, without what is in it: that may be megabytes, and the caller has it or asks for it. */
export const madeCatalogSchema = z.object({
  id: z.string(),
  /** Its own, or the next that was free. */
  name: z.string(),
  version: z.number().int().positive(),
  savedAt: z.string(),
});
export type MadeCatalog = z.infer<typeof madeCatalogSchema>;

/** A catalog that was removed. It keeps its versions and can be brought back until it is deleted for good. */
export const removedCatalogSchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number().int().positive(),
  removedAt: z.string(),
  /** The tenants that went by it and get it back when it comes back. */
  tenants: z.array(namedTenantSchema),
});
export type RemovedCatalog = z.infer<typeof removedCatalogSchema>;

/**
 * The calls of catalogs and their versions. Codes of all: those of the vault where it is not open, `catalog.sealed`,
 * `catalog.not-found`; of those that write: `workspace.not-saved`.
 */
export const catalogCalls = {
  "catalogs.list": { input: nothing, output: z.array(catalogSummarySchema) },
  "catalogs.get": { input: z.object({ id }), output: storedCatalogSchema },
  /** Under its own name, or the next free one (`Shop (2)`). */
  "catalogs.create": {
    input: z.object({ catalog: catalogSchema, origin: versionOriginSchema.optional() }),
    output: madeCatalogSchema,
  },
  /**
   * Code: `catalog.changed-meanwhile` where `baseVersion`, which the change was made from, is not the current one any more;
   * `details.version` is, and nothing was written.
   */
  "catalogs.save": {
    input: z.object({
      id,
      baseVersion: version,
      catalog: catalogSchema,
      origin: versionOriginSchema.optional(),
    }),
    output: savedCatalogSchema,
  },
  /** The catalog as it is now, under a free name and with versions of its own. */
  "catalogs.duplicate": { input: z.object({ id }), output: madeCatalogSchema },
  /** Takes it from the tenants that go by it, which the answer names. Nothing of it is lost. */
  "catalogs.remove": { input: z.object({ id }), output: removedCatalogSchema },
  "catalogs.removed": { input: nothing, output: z.array(removedCatalogSchema) },
  /** Back with all its versions, and for the tenants that still have no other. */
  "catalogs.restore": { input: z.object({ id }), output: madeCatalogSchema },
  /** Deletes a removed catalog and all its versions for good. */
  "catalogs.forget": { input: z.object({ id }), output: nothing },
  /** Newest first, without the catalogs themselves. */
  "catalogs.versions": { input: z.object({ id }), output: z.array(catalogVersionSchema) },
  /** Also of a removed catalog. Codes: `catalog.version-not-found`, `catalog.version-damaged`. */
  "catalogs.version": { input: z.object({ id, version }), output: storedCatalogSchema },
  /** Saves an earlier version as the newest. Codes: those of `catalogs.save` and `catalogs.version`. */
  "catalogs.restoreVersion": {
    input: z.object({ id, version, baseVersion: version }),
    output: savedCatalogSchema,
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type CatalogCallName = keyof typeof catalogCalls;
