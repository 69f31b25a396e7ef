import type { CatalogCallName, MadeCatalog } from "../../../shared/contract/catalog-calls.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { createCatalogService } from "../catalogs/catalog-service.ts";
import type { Services } from "./services.ts";

export function createCatalogHandlers(services: Services): Pick<Handlers, CatalogCallName> {
  const catalogs = createCatalogService(services);
  return {
    "catalogs.list": () => catalogs.list(),
    "catalogs.get": ({ id }) => catalogs.get(id),
    "catalogs.create": ({ catalog, origin }) => made(catalogs.create(catalog, origin)),
    "catalogs.save": (change) => catalogs.save(change),
    "catalogs.duplicate": ({ id }) => made(catalogs.duplicate(id)),
    "catalogs.remove": ({ id }) => catalogs.remove(id),
    "catalogs.removed": () => catalogs.removed(),
    "catalogs.restore": ({ id }) => made(catalogs.restore(id)),
    "catalogs.forget": ({ id }) => {
      const forgotten = catalogs.forget(id);
      if (!forgotten.ok) return forgotten;
      const edits = services.workspace.catalogEdits.forget(id);
      return edits.ok ? success({}) : edits;
    },
    "catalogs.versions": ({ id }) => catalogs.versions(id),
    "catalogs.version": ({ id, version }) => catalogs.version(id, version),
    "catalogs.restoreVersion": ({ id, version, baseVersion }) =>
      catalogs.restoreVersion(id, version, baseVersion),
  };
}

function made(stored: Result<StoredCatalog>): Result<MadeCatalog> {
  if (!stored.ok) return stored;
  const { id, version, savedAt, catalog } = stored.value;
  return success({ id, name: catalog.name, version, savedAt });
}
