import { z } from "zod";
import { catalogEditsSchema, type CatalogEdits } from "../../../shared/contract/catalog-edits-calls.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { SEALED } from "./catalog-store.ts";
import { openSealedCollection } from "./sealed-collection.ts";
import type { StoreSealer } from "./sealed-stores.ts";
import type { StorageContext } from "./stored-document.ts";

/** Changes of catalogs that are in no version yet, encrypted like the catalogs themselves. */
export type CatalogEditsStore = {
  /** null where there are none. Codes: those of the vault where it is not open, `catalog.sealed`. */
  get(id: string): Result<CatalogEdits | null>;
  /** Replaces what was kept; null forgets it. Codes: `workspace.not-saved`, those of `get`. */
  keep(id: string, edits: CatalogEdits | null): Result<null>;
  reload(): Result<null>;
  keepShutAside(): string[];
};

const keptEditsSchema = catalogEditsSchema.extend({ id: z.string().min(1) });

export function openCatalogEditsStore(context: StorageContext, sealer: StoreSealer): CatalogEditsStore {
  const files = openSealedCollection(context, sealer, "catalog-edits", {
    schema: keptEditsSchema,
    steps: [],
  });
  const refusal = (id: string) => sealer.refusal() ?? (files.isShut(id) ? SEALED : null);
  return {
    get(id) {
      const refused = refusal(id);
      if (refused !== null) return { ok: false, error: refused };
      const kept = files.get(id);
      return success(kept === null ? null : { baseVersion: kept.baseVersion, patch: kept.patch });
    },
    keep(id, edits) {
      const refused = refusal(id);
      if (refused !== null) return { ok: false, error: refused };
      const kept = edits === null ? files.remove(id) : files.save({ id, ...edits });
      return kept.ok ? success(null) : kept;
    },
    reload: () => files.reload(),
    keepShutAside: () => files.keepShutAside(),
  };
}
