import { notifyManager, QueryClient, type Query } from "@tanstack/react-query";
import type { CallInput, CallName, EventName } from "../../shared/contract/calls.ts";
import type { Host } from "./host.ts";

/** Which calls read what an event says has changed. A new event does not compile until it is listed. */
const READERS = {
  "app.changed": ["app.info"],
  "settings.changed": ["settings.get"],
  "tenants.changed": [
    "tenants.list",
    "catalogs.list",
    "catalogs.coverage",
    "tenants.removed",
    "tenants.dependents",
    "signature.compute",
  ],
  "catalogs.changed": [
    "catalogs.list",
    "catalogs.get",
    "catalogs.removed",
    "catalogs.versions",
    "catalogs.coverage",
  ],
  "coverage.changed": ["catalogs.coverage"],
  "links.changed": ["catalogs.links", "catalogs.linkedFile"],
  "drafts.changed": ["drafts.list", "tenants.dependents"],
  "history.changed": [
    "history.page",
    "history.count",
    "history.facets",
    "history.series",
    "history.status",
    "history.annotation",
    "history.views",
    "tenants.dependents",
  ],
  "history.progress": [],
  "presets.changed": ["presets.list", "tenants.dependents"],
  "presets.progress": ["presets.results"],
  "values.changed": ["values.get", "tenants.dependents"],
  "export.progress": [],
  "import.progress": [],
  "vault.changed": ["vault.status", "signature.compute"],
} as const satisfies Record<EventName, readonly CallName[]>;

/** The key under which a call's answer is kept: all answers of one call share its first element. */
export function callKey<Name extends CallName>(name: Name, input: CallInput<Name>): readonly unknown[] {
  return [name, input];
}

/**
 * The host is local: it is never "offline", asking again changes nothing, and what it answered holds until it says
 * otherwise. Failures are data and are shown, so none is retried.
 */
export function createQueryClient(): QueryClient {
  // What a press changes is drawn in the frame that follows it; with a timer, as is usual, it would be the one after that.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

/**
 * Asks again for what the host says has changed, and for everything once a lost connection is back, because what happened
 * meanwhile is not repeated. Answers the way to stop.
 */
export function invalidateOnHostEvents(host: Host, client: QueryClient): () => void {
  const stops = Object.entries(READERS).map(([event, names]) =>
    host.on(event as EventName, () => {
      for (const name of names) askAgain(client, name);
    }),
  );
  const stopConnection = host.connection.onChange(() => {
    if (host.connection.current() === "connected") void client.invalidateQueries();
  });
  return () => {
    stopConnection();
    for (const stop of stops) stop();
  };
}

/**
 * A first load that is on its way may answer from before the change, and TanStack Query does not begin it anew: it is asked
 * again once it is there.
 */
function askAgain(client: QueryClient, name: CallName): void {
  const loading = client.getQueryCache().findAll({ queryKey: [name], predicate: isFirstLoad });
  void client.invalidateQueries({ queryKey: [name] });
  for (const { promise, queryKey } of loading) {
    const again = () => client.invalidateQueries({ queryKey, exact: true });
    void promise?.then(again, again);
  }
}

function isFirstLoad({ state }: Query): boolean {
  return state.data === undefined && state.fetchStatus === "fetching";
}
