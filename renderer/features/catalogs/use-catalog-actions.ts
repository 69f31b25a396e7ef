import { useQueryClient } from "@tanstack/react-query";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { VersionOrigin } from "../../../shared/domain/catalog-version.ts";
import { success, type AppError, type Result } from "../../../shared/result/result.ts";
import { useNavigation } from "../../app/navigation-context.tsx";
import { useHost } from "../../host/host-context.tsx";
import { catalogVersionKey } from "../../host/use-stored-catalog.ts";
import { formatCount } from "../../ui/quantities.ts";
import { showToast } from "../../ui/toast.tsx";
import { useEditorStore } from "./catalogs-provider.tsx";

export type CatalogActions = {
  /** Opens it when it is made, and answers its id. */
  readonly create: (catalog: Catalog, origin?: VersionOrigin) => Promise<Result<string>>;
  readonly duplicate: (id: string) => Promise<void>;
  /** Can be taken back from the message, and later from the list of catalogs. */
  readonly remove: (id: string) => Promise<AppError | null>;
  readonly restore: (id: string) => Promise<void>;
};

/** What is done with whole catalogs. */
export function useCatalogActions(): CatalogActions {
  const host = useHost();
  const client = useQueryClient();
  const store = useEditorStore();
  const { setOpenedCatalogId } = useNavigation();
  const restore = async (id: string) => {
    const restored = await host.call("catalogs.restore", { id });
    if (!restored.ok) return failed("The catalog was not brought back", restored.error);
    setOpenedCatalogId(id);
    showToast({
      tone: "done",
      title: `${restored.value.name} is back`,
      text: "With all of its versions.",
    });
  };
  return {
    restore,
    async create(catalog, origin = { kind: "created", detail: null }) {
      const created = await host.call("catalogs.create", { catalog, origin });
      if (!created.ok) return created;
      const { id, name, version, savedAt } = created.value;
      client.setQueryData(catalogVersionKey({ id, version }), {
        id,
        version,
        savedAt,
        catalog: { ...catalog, name },
      });
      setOpenedCatalogId(id);
      return success(id);
    },
    async duplicate(id) {
      const copy = await host.call("catalogs.duplicate", { id });
      if (!copy.ok) return failed("The catalog was not duplicated", copy.error);
      setOpenedCatalogId(copy.value.id);
      showToast({ tone: "done", title: `${copy.value.name} was made` });
    },
    async remove(id) {
      const removed = await host.call("catalogs.remove", { id });
      if (!removed.ok) return removed.error;
      store.forget(id);
      setOpenedCatalogId(null);
      const { name, tenants } = removed.value;
      showToast({
        tone: "done",
        title: `${name} was deleted`,
        ...(tenants.length === 0
          ? {}
          : { text: `${formatCount(tenants.length, "tenant is", "tenants are")} without a catalog now.` }),
        action: { label: "Undo", onPress: () => void restore(id) },
      });
      return null;
    },
  };
}

function failed(title: string, { message }: AppError): void {
  showToast({ tone: "failed", title, text: message });
}
