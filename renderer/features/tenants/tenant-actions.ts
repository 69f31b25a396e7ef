import type { SavedFile } from "../../../shared/contract/saved-file.ts";
import type { TenantView } from "../../../shared/contract/calls.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import type { Host } from "../../host/host.ts";
import { announceSavedFile } from "../../ui/saved-file.ts";
import { showToast } from "../../ui/toast.tsx";

export type TenantActions = {
  /** null where it failed, which a toast then says. */
  duplicate(id: string): Promise<TenantView | null>;
  restore(id: string): Promise<boolean>;
  exportAll(): Promise<void>;
};

/** What is done with tenants by a press, its failures told in a toast. */
export function useTenantActions(): TenantActions {
  const host = useHost();
  return {
    async duplicate(id) {
      const copy = await host.call("tenants.duplicate", { id });
      if (!copy.ok) return failed("The tenant was not duplicated", copy.error);
      showToast({ tone: "done", title: `${copy.value.name} was made`, text: "Its secrets have to be set." });
      return copy.value;
    },
    async restore(id) {
      const restored = await host.call("tenants.restore", { id });
      if (!restored.ok) return failed("The tenant was not brought back", restored.error) !== null;
      showToast({
        tone: "done",
        title: `${restored.value.name} is back`,
        text: "With its drafts and secrets.",
      });
      return true;
    },
    exportAll: () => exportAll(host),
  };
}

async function exportAll(host: Host): Promise<void> {
  const file = await host.call("tenants.export", { ids: null });
  if (file.ok) announceTenants(file.value);
  else failed("Nothing was exported", file.error);
}

function announceTenants(file: SavedFile): void {
  announceSavedFile(file, "The tenants were exported, without their secrets");
}

function failed(title: string, { message }: AppError): null {
  showToast({ tone: "failed", title, text: message });
  return null;
}
