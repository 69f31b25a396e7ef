import type { CatalogEditsCallName } from "../../../shared/contract/catalog-edits-calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { success } from "../../../shared/result/result.ts";
import type { Services } from "./services.ts";

export function createCatalogEditsHandlers({ workspace }: Services): Pick<Handlers, CatalogEditsCallName> {
  return {
    "catalogs.edits": ({ id }) => workspace.catalogEdits.get(id),
    "catalogs.keepEdits": ({ id, edits, window, readMark }) => {
      const kept = workspace.catalogEdits.keep(id, edits, { window, readMark });
      return kept.ok ? success({}) : kept;
    },
  };
}
