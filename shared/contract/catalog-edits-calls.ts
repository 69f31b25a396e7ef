import { z } from "zod";
import { catalogPatchSchema } from "../catalog-edit/patch.ts";

const id = z.string().min(1).max(500);

/** Changes of a catalog that are in no version yet, as what they make of the version they started from. */
export const catalogEditsSchema = z.object({
  baseVersion: z.number().int().positive(),
  patch: catalogPatchSchema,
});
export type CatalogEdits = z.infer<typeof catalogEditsSchema>;

/** What is typed in the window is kept before it is saved as a version. Codes: those of the vault where it is not open. */
export const catalogEditsCalls = {
  /** null where there are none. `mark` is another one each time that edits are kept. */
  "catalogs.edits": {
    input: z.object({ id }),
    output: catalogEditsSchema.extend({ mark: z.string() }).nullable(),
  },
  /**
   * Durable when it answers; null forgets them. Edits that another window kept are replaced only by one that has read them,
   * by their mark; null leaves them alone. Codes: `workspace.not-saved`, `catalog.edited-elsewhere`.
   */
  "catalogs.keepEdits": {
    input: z.object({
      id,
      edits: catalogEditsSchema.nullable(),
      /** An id of the window, another one each time it is loaded. */
      window: z.string().min(1).max(100),
      /** Of the edits that the window opened the catalog with. */
      readMark: z.string().max(100).nullable(),
    }),
    output: z.object({}),
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type CatalogEditsCallName = keyof typeof catalogEditsCalls;
