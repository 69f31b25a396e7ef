import { randomUUID } from "node:crypto";
import { z } from "zod";
import { catalogEditsSchema, type CatalogEdits } from "../../../shared/contract/catalog-edits-calls.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { SEALED } from "./catalog-store.ts";
import { openSealedCollection } from "./sealed-collection.ts";
import type { StoreSealer } from "./sealed-stores.ts";
import type { StorageContext } from "./stored-document.ts";

/** Changes of catalogs that are in no version yet, encrypted like the catalogs themselves. */
export type CatalogEditsStore = {
  /** null where there are none. Codes: those of the vault where it is not open, `catalog.sealed`. */
  get(id: string): Result<(CatalogEdits & { readonly mark: string }) | null>;
  /**
   * Replaces what was kept; null forgets it. What another window kept is replaced only by one that has read it, and
   * forgotten by none. Codes: `workspace.not-saved`, `catalog.edited-elsewhere`, those of `get`.
   */
  keep(id: string, edits: CatalogEdits | null, by: EditingWindow): Result<null>;
  /** Codes: `workspace.not-saved`, those of `get`. */
  forget(id: string): Result<null>;
  reload(): Result<null>;
  keepShutAside(): string[];
};

/** Who keeps edits: a window, and the mark of the edits that it opened the catalog with. */
export type EditingWindow = { readonly window: string; readonly readMark: string | null };

/** Edits from before windows were told apart are nobody's, so that whoever reads them goes on from them. */
const keptEditsSchema = catalogEditsSchema.extend({
  id: z.string().min(1),
  window: z.string().default(""),
  mark: z.string().default(""),
});
type KeptEdits = z.infer<typeof keptEditsSchema>;

export function openCatalogEditsStore(context: StorageContext, sealer: StoreSealer): CatalogEditsStore {
  const files = openSealedCollection(context, sealer, "catalog-edits", {
    schema: keptEditsSchema,
    steps: [],
  });
  /** What was kept, where it can be read. */
  const find = (id: string): Result<KeptEdits | null> => {
    const refusal = sealer.refusal() ?? (files.isShut(id) ? SEALED : null);
    return refusal === null ? success(files.get(id)) : { ok: false, error: refusal };
  };
  const forget = (id: string): Result<null> => {
    const found = find(id);
    if (!found.ok) return found;
    const removed = files.remove(id);
    return removed.ok ? success(null) : removed;
  };
  return {
    get(id) {
      const found = find(id);
      if (!found.ok || found.value === null) return found.ok ? success(null) : found;
      const { baseVersion, patch, mark } = found.value;
      return success({ baseVersion, patch, mark });
    },
    keep(id, edits, { window, readMark }) {
      const found = find(id);
      if (!found.ok) return found;
      const kept = found.value;
      const isOthers = kept !== null && kept.window !== window && kept.mark !== readMark;
      if (edits === null) return isOthers ? success(null) : forget(id);
      if (isOthers) return editedElsewhere(id);
      const saved = files.save({ id, ...edits, window, mark: randomUUID() });
      return saved.ok ? success(null) : saved;
    },
    forget,
    reload: () => files.reload(),
    keepShutAside: () => files.keepShutAside(),
  };
}

function editedElsewhere(id: string): Result<never> {
  return failure(
    "catalog.edited-elsewhere",
    "Another window has unsaved changes of this catalog, which are left as they are. What is changed here is in this window alone until one of the two saves a version.",
    { id },
  );
}
