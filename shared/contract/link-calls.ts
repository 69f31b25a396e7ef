import { z } from "zod";
import { catalogSchema } from "../domain/catalog.ts";
import { savedCatalogSchema } from "./catalog-calls.ts";

const id = z.string().min(1).max(500);
const hash = z.string().length(64);

/** How it stands between a catalog and the file it is linked to. */
export const catalogLinkSchema = z.object({
  catalogId: z.string(),
  path: z.string(),
  /**
   * `in-step`: the file is as the catalog. `changed`: the file was changed by somebody else and can be taken over; saves leave
   * it alone until then. `behind`: the catalog was saved and the file could not be written. `missing`: there is no file.
   * `unreadable`: it is no catalog file any more, or cannot be read. `locked`: the catalog cannot be read now.
   */
  state: z.enum(["in-step", "changed", "behind", "missing", "unreadable", "locked"]),
  /** The state in one or two sentences; of `changed`, what is different in the file. */
  message: z.string(),
  /** Of the file as it was looked at; names it to the calls below. null where there is none that can be read. */
  hash: hash.nullable(),
});
export type CatalogLink = z.infer<typeof catalogLinkSchema>;

/** Where the file is: to be chosen in the system's dialog, where the host has one, or at a path, where it has none. */
const linkSourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dialog"), mode: z.enum(["existing", "new"]) }),
  z.object({ kind: z.literal("path"), path: z.string().min(1).max(4096) }),
]);
export type LinkSource = z.infer<typeof linkSourceSchema>;

/**
 * The calls of linked files (docs/decisions). A file that was changed meanwhile is never overwritten: `hash` says which
 * content the user has seen, and another one there now is refused with `file.changed-meanwhile`. Codes of all: those of
 * `catalogs.get`, `link.not-linked`, and of the file: `file.unreadable`, `file.not-a-file`, `file.too-large`,
 * `file.not-written`, `catalog.invalid`.
 */
export const linkCalls = {
  "catalogs.links": { input: z.object({}), output: z.array(catalogLinkSchema) },
  /**
   * Links a catalog file, or an empty or new one, which is written. null where the dialog was cancelled.
   * Codes: `link.path-not-allowed`, `link.choose-in-dialog`, `link.no-dialog`, `link.already-linked`.
   */
  "catalogs.link": {
    input: z.object({ id, source: linkSourceSchema }),
    output: catalogLinkSchema.nullable(),
  },
  /** The file stays as it is. */
  "catalogs.unlink": { input: z.object({ id }), output: z.object({}) },
  /** What the file holds now, for the preview, and the version that it was last in step with; null where it never was. */
  "catalogs.linkedFile": {
    input: z.object({ id }),
    output: z.object({ hash, catalog: catalogSchema, inStepVersion: z.number().int().positive().nullable() }),
  },
  /**
   * Saves what the file holds, or what the user chose of it, as a new version, and writes the file where the two differ.
   * Code: `catalog.changed-meanwhile`.
   */
  "catalogs.takeFromFile": {
    input: z.object({
      id,
      hash,
      baseVersion: z.number().int().positive(),
      catalog: catalogSchema.nullable(),
    }),
    output: savedCatalogSchema,
  },
  /** Writes the catalog over what the file holds, which the user has seen; null: over no file. */
  "catalogs.writeToFile": { input: z.object({ id, hash: hash.nullable() }), output: catalogLinkSchema },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type LinkCallName = keyof typeof linkCalls;

export const linkEvents = {
  /** A linked file, or how it stands with it, has changed. */
  "links.changed": z.object({}),
} as const;
