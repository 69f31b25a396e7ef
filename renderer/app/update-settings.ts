import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Settings } from "../../shared/domain/settings.ts";
import { useHost } from "../host/host-context.tsx";
import type { Host } from "../host/host.ts";
import { callQuery } from "../host/queries.ts";
import { showToast } from "../ui/toast.tsx";

/** What to change, from the settings as they are at that moment. */
export type SettingsChange = (settings: Settings) => Partial<Settings>;

/**
 * Changes settings at once in the window and then in the workspace. When they cannot be saved, the window goes back to
 * what is saved and says why.
 */
export function useUpdateSettings(): (change: SettingsChange) => void {
  const host = useHost();
  const client = useQueryClient();
  return useCallback((change) => void updateSettings(host, client, change), [host, client]);
}

async function updateSettings(host: Host, client: QueryClient, change: SettingsChange): Promise<void> {
  const { queryKey } = callQuery(host, "settings.get", {});
  const current = client.getQueryData(queryKey);
  if (current === undefined) return;
  const changed = change(current);
  client.setQueryData(queryKey, { ...current, ...changed });
  const result = await host.call("settings.update", changed);
  if (result.ok) return;
  showToast({ tone: "failed", title: "The settings were not saved", text: result.error.message });
  await client.invalidateQueries({ queryKey });
}
