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
type Wanted = {
  settings: Settings;
  changes: number;
  /** An answer came meanwhile that may be of before. */
  hasOlder: boolean;
  readonly stop: () => void;
};
const wantedOf = new WeakMap<QueryClient, Wanted>();

/** Resolves once the change is saved, or the window has said why it is not. */
export async function changeSettings(host: Host, client: QueryClient, change: SettingsChange): Promise<void> {
  const { queryKey } = callQuery(host, "settings.get", {});
  const wanted = wantedOf.get(client) ?? wantedFrom(client, queryKey);
  if (wanted === null) return;
  const changed = change(wanted.settings);
  wanted.settings = { ...wanted.settings, ...changed };
  wanted.changes += 1;
  stopReading(client, queryKey, wanted);
  client.setQueryData(queryKey, wanted.settings);
  const result = await inTurn(() => host.call("settings.update", changed));
  wanted.changes -= 1;
  if (result.ok && wanted.changes > 0) return;
  stopReading(client, queryKey, wanted);
  wanted.stop();
  wantedOf.delete(client);
  if (result.ok) client.setQueryData(queryKey, result.value);
  else showToast({ tone: "failed", title: "The settings were not saved", text: result.error.message });
  // What was not waited for may have been of another window's change.
  if (!result.ok || wanted.hasOlder) await client.invalidateQueries({ queryKey });
}

/** An answer on its way may be of before, and the next change would be made of that. */
function stopReading(client: QueryClient, queryKey: QueryKey, wanted: Wanted): void {
  if (client.isFetching({ queryKey, exact: true }) === 0) return;
  wanted.hasOlder = true;
  void client.cancelQueries({ queryKey, exact: true });
}

/**
 * Begins changes of the settings that are known; null while none are. Until they are saved, an answer changes nothing of what is
 * shown: for a moment the window would show, and send, what was open before.
 */
function wantedFrom(client: QueryClient, queryKey: QueryKey): Wanted | null {
  const settings = client.getQueryData<Settings>(queryKey);
  if (settings === undefined) return null;
  const { queryHash } = client.getQueryCache().find({ queryKey, exact: true }) ?? {};
  const stop = client.getQueryCache().subscribe(({ query, ...event }) => {
    if (query.queryHash !== queryHash || event.type !== "updated") return;
    if (event.action.type !== "success" || event.action.manual === true) return;
    wanted.hasOlder = true;
    client.setQueryData(queryKey, wanted.settings);
  });
  const wanted: Wanted = { settings, changes: 0, hasOlder: false, stop };
  wantedOf.set(client, wanted);
  return wanted;
}
