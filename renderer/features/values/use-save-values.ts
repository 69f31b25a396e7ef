import { useCallback, useRef } from "react";
import type { TenantValues } from "../../../shared/domain/tenant-values.ts";
import { useHost } from "../../host/host-context.tsx";
import { showToast } from "../../ui/toast.tsx";

/**
 * Saves a tenant's variables and pinned values as they are changed, one after another: while one is being saved only the last of
 * those that follow waits. A failure is said, and what was there before stays.
 */
export function useSaveValues(): (values: TenantValues) => void {
  const host = useHost();
  const waiting = useRef<TenantValues | null>(null);
  const isSaving = useRef(false);
  return useCallback(
    (values) => {
      async function saveAll(): Promise<void> {
        isSaving.current = true;
        while (waiting.current !== null) {
          const next = waiting.current;
          waiting.current = null;
          const result = await host.call("values.save", next);
          if (result.ok) continue;
          showToast({ tone: "failed", title: "The values were not saved", text: result.error.message });
        }
        isSaving.current = false;
      }
      waiting.current = values;
      if (!isSaving.current) void saveAll();
    },
    [host],
  );
}
