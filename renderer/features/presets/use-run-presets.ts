import { useCallback } from "react";
import { useHost } from "../../host/host-context.tsx";
import { showToast } from "../../ui/toast.tsx";
import { useGuard } from "../guard/guard-context.tsx";
import { useVault } from "../vault/vault-context.tsx";

export type RunPresets = (ids: readonly string[], perSecond: number | null) => void;

/** Runs presets. Where something has to be asked for first, it is asked for, and then they are run. */
export function useRunPresets(): RunPresets {
  const host = useHost();
  const { askToUnlock } = useVault();
  const { askToApprove } = useGuard();
  return useCallback(
    function run(ids, perSecond) {
      async function begin(): Promise<void> {
        const begun = await host.call("presets.run", { ids: [...ids], perSecond });
        if (begun.ok) return;
        const again = () => run(ids, perSecond);
        if (begun.error.code === "vault.locked") askToUnlock(again);
        else if (!askToApprove(begun.error, again)) {
          showToast({ tone: "failed", title: "The presets were not run", text: begun.error.message });
        }
      }
      if (ids.length > 0) void begin();
    },
    [host, askToUnlock, askToApprove],
  );
}
