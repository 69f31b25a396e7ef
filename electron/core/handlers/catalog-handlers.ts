import type { CatalogCallName } from "../../../shared/contract/catalog-calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { success } from "../../../shared/result/result.ts";
import { createCatalogService } from "../catalogs/catalog-service.ts";
import type { Services } from "./services.ts";

export function createCatalogHandlers(services: Services): Pick<Handlers, CatalogCallName> {
  const catalogs = createCatalogService(services);
  return {
    "catalogs.list": () => catalogs.list(),
    "catalogs.get": ({ id }) => catalogs.get(id),
    "catalogs.create": ({ catalog, origin }) => catalogs.create(catalog, origin),
    "catalogs.save": (change) => catalogs.save(change),
    "catalogs.duplicate": ({ id }) => catalogs.duplicate(id),
    "catalogs.remove": ({ id }) => catalogs.remove(id),
    "catalogs.removed": () => catalogs.removed(),
    "catalogs.restore": ({ id }) => catalogs.restore(id),
    "catalogs.forget": ({ id }) => {
      const forgotten = catalogs.forget(id);
      if (!forgotten.ok) return forgotten;
      const edits = services.workspace.catalogEdits.keep(id, null);
      return edits.ok ? success({}) : edits;
    },
    "catalogs.versions": ({ id }) => catalogs.versions(id),
    "catalogs.version": ({ id, version }) => catalogs.version(id, version),
    "catalogs.restoreVersion": ({ id, version, baseVersion }) =>
      catalogs.restoreVersion(id, version, baseVersion),
  };
}
