import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Settings } from "../../shared/domain/settings.ts";
import { useHost } from "../host/host-context.tsx";
import type { Host } from "../host/host.ts";
import { callQuery } from "../host/queries.ts";
import { showToast } from "../ui/toast.tsx";
import { createTurns } from "./in-turn.ts";

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

/** Of two changes the later one is what stays, so it is sent second. */
const inTurn = createTurns();

/** Settings as they will be once the changes on their way are saved. */
type Wanted = { settings: Settings; changes: number };
const wantedOf = new WeakMap<QueryClient, Wanted>();

async function updateSettings(host: Host, client: QueryClient, change: SettingsChange): Promise<void> {
  const { queryKey } = callQuery(host, "settings.get", {});
  // An answer that was asked for before an earlier change came through is older than what the user sees and builds upon.
  const wanted = wantedOf.get(client) ?? wantedFrom(client.getQueryData(queryKey));
  if (wanted === null) return;
  const changed = change(wanted.settings);
  wanted.settings = { ...wanted.settings, ...changed };
  wanted.changes += 1;
  wantedOf.set(client, wanted);
  client.setQueryData(queryKey, wanted.settings);
  const result = await inTurn(() => host.call("settings.update", changed));
  wanted.changes -= 1;
  if (wanted.changes === 0) wantedOf.delete(client);
  if (result.ok) return;
  wantedOf.delete(client);
  showToast({ tone: "failed", title: "The settings were not saved", text: result.error.message });
  await client.invalidateQueries({ queryKey });
}

function wantedFrom(settings: Settings | undefined): Wanted | null {
  return settings === undefined ? null : { settings, changes: 0 };
}
