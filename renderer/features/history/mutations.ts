import { useMutation } from "@tanstack/react-query";
import { useHost } from "../../host/host-context.tsx";
import { formatCount } from "../../ui/quantities.ts";
import { announceSavedFile } from "../../ui/saved-file.ts";
import { showToast } from "../../ui/toast.tsx";

export type ExportRequest = {
  /** null means everything. */
  readonly ids: readonly string[] | null;
  readonly count: number;
};

/** Exports exchanges as JSON to where the host lets the user put it, and says where that is. */
export function useExport() {
  const host = useHost();
  return useMutation({
    mutationFn: async (request: ExportRequest) => {
      const ids = request.ids === null ? null : [...request.ids];
      const result = await host.call("history.export", { ids, format: "json" });
      if (result.ok)
        announceSavedFile(result.value, `${formatCount(request.count, "exchange", "exchanges")} exported`);
      else showToast({ tone: "failed", title: "Nothing was exported", text: result.error.message });
    },
  });
}
