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
  /** null where there are none. */
  "catalogs.edits": { input: z.object({ id }), output: catalogEditsSchema.nullable() },
  /** Durable when it answers; null forgets them. Code: `workspace.not-saved`. */
  "catalogs.keepEdits": {
    input: z.object({ id, edits: catalogEditsSchema.nullable() }),
    output: z.object({}),
  },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type CatalogEditsCallName = keyof typeof catalogEditsCalls;
