import { z } from "zod";

/**
 * What made a version of a catalog. `detail` names where it came from as far as there is something to name: the file of an
 * import or a link, the catalog that was duplicated, the version that was gone back to.
 */
export const versionOriginSchema = z.object({
  kind: z.enum(["created", "edit", "fix", "import", "restore", "link", "duplicate", "demo"]),
  detail: z.string().max(300).nullable(),
});
export type VersionOrigin = z.infer<typeof versionOriginSchema>;

/** What is said of a version in the list of versions. */
export const versionAboutSchema = z.object({
  version: z.number().int().positive(),
  /** ISO-8601 UTC. */
  savedAt: z.string(),
  origin: versionOriginSchema,
  /** One line: what is different from the version before. */
  summary: z.string(),
  eventCount: z.number().int().nonnegative(),
  parameterCount: z.number().int().nonnegative(),
});
export type VersionAbout = z.infer<typeof versionAboutSchema>;

/** A row of the list of versions. What it was is unknown (`about` null) where its file is damaged. */
export const catalogVersionSchema = z.object({
  version: z.number().int().positive(),
  isCurrent: z.boolean(),
  about: versionAboutSchema.nullable(),
});
export type CatalogVersion = z.infer<typeof catalogVersionSchema>;
