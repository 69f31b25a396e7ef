import { useQueryClient, type QueryClient, type QueryKey } from "@tanstack/react-query";
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
  return useCallback((change) => void changeSettings(host, client, change), [host, client]);
}

/** Of two changes the later one is what stays, so it is sent second. */
const inTurn = createTurns();

/** Settings as they will be once the changes on their way are saved. */
type Wanted = { settings: Settings; changes: number };
const wantedOf = new WeakMap<QueryClient, Wanted>();

/** Resolves once the change is saved, or the window has said why it is not. */
export async function changeSettings(host: Host, client: QueryClient, change: SettingsChange): Promise<void> {
  const { queryKey } = callQuery(host, "settings.get", {});
  const wanted = wantedOf.get(client) ?? wantedFrom(client.getQueryData(queryKey));
  if (wanted === null) return;
  const changed = change(wanted.settings);
  wanted.settings = { ...wanted.settings, ...changed };
  wanted.changes += 1;
  wantedOf.set(client, wanted);
  keepFromOlder(client, queryKey, wanted.settings);
  const result = await inTurn(() => host.call("settings.update", changed));
  wanted.changes -= 1;
  if (result.ok && wanted.changes > 0) return;
  wantedOf.delete(client);
  if (result.ok) {
    // What is read just now may be of another window's change: it is asked for again.
    if (keepFromOlder(client, queryKey, result.value)) await client.invalidateQueries({ queryKey });
    return;
  }
  showToast({ tone: "failed", title: "The settings were not saved", text: result.error.message });
  await client.invalidateQueries({ queryKey });
}

/**
 * Puts settings in place of those that are known. An answer on its way may be of before, and the next change would be made of
 * that: it is not waited for. Answers whether there was one.
 */
function keepFromOlder(client: QueryClient, queryKey: QueryKey, settings: Settings): boolean {
  const isRead = client.isFetching({ queryKey, exact: true }) > 0;
  if (isRead) void client.cancelQueries({ queryKey, exact: true });
  client.setQueryData(queryKey, settings);
  return isRead;
}

function wantedFrom(settings: Settings | undefined): Wanted | null {
  return settings === undefined ? null : { settings, changes: 0 };
}
