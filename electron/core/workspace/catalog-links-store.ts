import { z } from "zod";
import { success, type Result } from "../../../shared/result/result.ts";
import { openStoredDocument, type StorageContext } from "./stored-document.ts";

const linkRecordSchema = z.object({
  catalogId: z.string(),
  path: z.string(),
  /** Of the file as catalog and file were last in step; null before they ever were. */
  hash: z.string().nullable(),
  /** The version of the catalog then. */
  version: z.number().int(),
});
export type LinkRecord = z.infer<typeof linkRecordSchema>;

/** Which catalogs are linked to which files. Paths and hashes, no content. */
export type CatalogLinksStore = {
  list(): readonly LinkRecord[];
  /** Adds, or replaces that of the same catalog. Code: `workspace.not-saved`. */
  save(record: LinkRecord): Result<unknown>;
  /** Removing what is not there is no error. Code: `workspace.not-saved`. */
  remove(catalogId: string): Result<unknown>;
};

export function openCatalogLinksStore(context: StorageContext): CatalogLinksStore {
  const schema = z.object({ links: z.array(linkRecordSchema) });
  const file = openStoredDocument(context, "catalog-links", { schema, steps: [] });
  const list = (): readonly LinkRecord[] => file.read()?.links ?? [];
  const others = (catalogId: string): LinkRecord[] => list().filter((link) => link.catalogId !== catalogId);
  return {
    list,
    save: (record) => file.save({ links: [...others(record.catalogId), record] }),
    remove(catalogId) {
      const links = others(catalogId);
      return links.length === list().length ? success(null) : file.save({ links });
    },
  };
}
