import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Preset, PresetInput } from "../../../shared/domain/preset.ts";
import type { AppError } from "../../../shared/result/result.ts";
import { useHost } from "../../host/host-context.tsx";
import { showToast } from "../../ui/toast.tsx";

/** Saving and removing presets. */
export function usePresetActions() {
  const host = useHost();
  const client = useQueryClient();
  /** Answers what went wrong; null is done. */
  const save = useCallback(
    async (
      presets: readonly PresetInput[],
    ): Promise<{ saved: readonly Preset[]; error: AppError | null }> => {
      const result = await host.call("presets.save", { presets: [...presets] });
      if (!result.ok) return { saved: [], error: result.error };
      // Saved means that it is in the list, too: a key right after it is to find it there.
      await client.invalidateQueries({ queryKey: ["presets.list"] });
      return { saved: result.value, error: null };
    },
    [host, client],
  );
  const remove = useCallback(
    async (ids: readonly string[]): Promise<readonly Preset[]> => {
      const result = await host.call("presets.remove", { ids: [...ids] });
      if (result.ok) return result.value;
      showToast({ tone: "failed", title: "Not all were deleted", text: result.error.message });
      return [];
    },
    [host],
  );
  return { save, remove };
}

/** What is saved of a preset again. */
export function inputOf({ savedAt: _savedAt, ...preset }: Preset): PresetInput {
  return preset;
}
