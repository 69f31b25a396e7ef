import { useQuery } from "@tanstack/react-query";
import type { ExportPreview } from "../../../shared/contract/export-calls.ts";
import type { RedactionProfile } from "../../../shared/domain/history-export.ts";
import type { HistorySelection } from "../../../shared/domain/history.ts";
import { useHost } from "../../host/host-context.tsx";
import { CallError } from "../../host/queries.ts";

/** What an export would replace. Another choice ends the looking for the one before. */
export function useExportPreview(selection: HistorySelection, profile: RedactionProfile, isEnabled: boolean) {
  const host = useHost();
  return useQuery<ExportPreview, CallError>({
    queryKey: ["export.preview", selection, profile],
    queryFn: async ({ signal }) => {
      const taskId = crypto.randomUUID();
      signal.addEventListener("abort", () => void host.call("export.cancel", { taskId }));
      const answer = await host.call("export.preview", { taskId, selection, profile });
      if (!answer.ok) throw new CallError(answer.error);
      return answer.value;
    },
    enabled: isEnabled,
    gcTime: 0,
    placeholderData: (previous) => previous,
  });
}
