import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import type { Host } from "../../host/host.ts";
import { useHost } from "../../host/host-context.tsx";
import { catalogVersionKey } from "../../host/use-stored-catalog.ts";
import { useUnsavedWarning } from "../tenants/use-unsaved-warning.ts";
import { createEditorStore, type EditorStore } from "./editor-store.ts";
import type { KeepStatus } from "./keep-edits.ts";

const CatalogsContext = createContext<EditorStore | null>(null);

/** Editing pauses after this long without a change; then the edits are kept. */
const PAUSE_MS = 400;

/** Keeps the catalogs being edited, and their undo, for as long as the window is open, whatever screen is shown. */
export function CatalogsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const [store] = useState(() => createStore(host, client));
  useEffect(() => flushBeforeLosing(host, store), [host, store]);
  const status = useSyncExternalStore(store.status.subscribe, store.status.get);
  useUnsavedWarning(status.kind === "failed");
  return <CatalogsContext value={store}>{children}</CatalogsContext>;
}

export function useEditorStore(): EditorStore {
  const store = use(CatalogsContext);
  if (store === null) throw new Error("useEditorStore was used outside of a CatalogsProvider.");
  return store;
}

export function useKeepStatus(): KeepStatus {
  const { status } = useEditorStore();
  return useSyncExternalStore(status.subscribe, status.get);
}

function createStore(host: Host, client: QueryClient): EditorStore {
  const own = crypto.randomUUID();
  const readMarks = new Map<string, string>();
  return createEditorStore({
    async readEdits(id) {
      const read = await host.call("catalogs.edits", { id });
      if (read.ok && read.value !== null) readMarks.set(id, read.value.mark);
      return read;
    },
    readVersion: (id, version) => host.call("catalogs.version", { id, version }),
    keepEdits: (input) =>
      host.call("catalogs.keepEdits", { ...input, window: own, readMark: readMarks.get(input.id) ?? null }),
    async save(input) {
      const saved = await host.call("catalogs.save", input);
      if (!saved.ok) return saved;
      const { id, version, savedAt } = saved.value;
      client.setQueryData(catalogVersionKey({ id, version }), {
        id,
        version,
        savedAt,
        catalog: input.catalog,
      });
      return saved;
    },
    afterPause(task) {
      const timer = window.setTimeout(task, PAUSE_MS);
      return () => window.clearTimeout(timer);
    },
  });
}

/** Keeps what is not kept yet when the window is left, and when a lost connection is back. */
function flushBeforeLosing(host: Host, store: EditorStore): () => void {
  const flush = () => void store.flush();
  const onVisibility = () => {
    if (document.visibilityState === "hidden") flush();
  };
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", onVisibility);
  const stopConnection = host.connection.onChange(() => {
    if (host.connection.current() === "connected") flush();
  });
  return () => {
    flush();
    window.removeEventListener("pagehide", flush);
    document.removeEventListener("visibilitychange", onVisibility);
    stopConnection();
  };
}
