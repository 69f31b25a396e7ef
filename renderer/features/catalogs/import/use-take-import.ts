import { useState } from "react";
import { mergeImport, type ImportChoices } from "../../../../shared/catalog-import/merge.ts";
import { FORMAT_TITLES, type CatalogImport } from "../../../../shared/catalog-import/types.ts";
import type { ImportTarget } from "./import-dialog.tsx";
import type { TenantOffer } from "./found-tenant.tsx";

export type WantedImport = {
  readonly read: CatalogImport;
  readonly choices: ImportChoices;
  readonly fileName: string | null;
  readonly isNew: boolean;
};

/** Puts what was chosen in its place. A new catalog of megabytes takes a moment to be written. */
export function useTakeImport(options: {
  readonly target: ImportTarget;
  readonly tenant: TenantOffer;
  readonly onProblem: (message: string) => void;
  readonly onTaken: () => void;
}): { readonly isTaking: boolean; readonly take: (wanted: WantedImport) => Promise<void> } {
  const { target, tenant } = options;
  const [isTaking, setTaking] = useState(false);
  async function put({ read, choices, fileName, isNew }: WantedImport): Promise<void> {
    const from = fileName ?? FORMAT_TITLES[read.format];
    const { catalog } = mergeImport(isNew ? null : target.catalog, read, choices);
    let { catalogId } = target;
    if (isNew) {
      const created = await target.onCreate(catalog, from);
      if (!created.ok) return options.onProblem(`No catalog was made. ${created.error.message}`);
      catalogId = created.value;
    } else target.onMerge(catalog, from);
    await tenant.make(catalogId);
    return options.onTaken();
  }
  return {
    isTaking,
    async take(wanted) {
      if (isTaking) return;
      setTaking(true);
      await put(wanted);
      setTaking(false);
    },
  };
}
