import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import type { Host } from "../../host/host.ts";
import { useHost } from "../../host/host-context.tsx";
import type { DraftStatus } from "./autosave.ts";
import { createDraftStore, type DraftStore } from "./draft-store.ts";
import { createSendStore, type SendStore } from "./send-store.ts";

type ComposeStores = { readonly drafts: DraftStore; readonly sends: SendStore };

const ComposeContext = createContext<ComposeStores | null>(null);

/** Typing pauses after this long without a change; then the draft is saved. */
const PAUSE_MS = 300;

/** Keeps drafts, their undo and running sends for as long as the window is open, whatever screen is shown. */
export function ComposeProvider({ children }: { readonly children: ReactNode }) {
  const host = useHost();
  const [stores] = useState(() => createStores(host));
  useEffect(() => flushBeforeLosing(host, stores.drafts), [host, stores]);
  return <ComposeContext value={stores}>{children}</ComposeContext>;
}

export function useComposeStores(): ComposeStores {
  const stores = use(ComposeContext);
  if (stores === null) throw new Error("useComposeStores was used outside of a ComposeProvider.");
  return stores;
}

/** How it stands with saving what was typed. */
export function useDraftStatus(): DraftStatus {
  const { status } = useComposeStores().drafts;
  return useSyncExternalStore(status.subscribe, status.get);
}

function createStores(host: Host): ComposeStores {
  return {
    drafts: createDraftStore({
      save: (draft) => host.call("drafts.save", draft),
      afterPause(task) {
        const timer = window.setTimeout(task, PAUSE_MS);
        return () => window.clearTimeout(timer);
      },
    }),
    sends: createSendStore({ host, newId: () => crypto.randomUUID(), now: () => performance.now() }),
  };
}

/** Saves what is not saved yet when a field or the window is left, and when a lost connection is back. */
function flushBeforeLosing(host: Host, drafts: DraftStore): () => void {
  const flush = () => void drafts.flush();
  const onVisibility = () => {
    if (document.visibilityState === "hidden") flush();
  };
  window.addEventListener("pagehide", flush);
  window.addEventListener("focusout", flush);
  document.addEventListener("visibilitychange", onVisibility);
  const stopConnection = host.connection.onChange(() => {
    if (host.connection.current() === "connected") flush();
  });
  return () => {
    flush();
    window.removeEventListener("pagehide", flush);
    window.removeEventListener("focusout", flush);
    document.removeEventListener("visibilitychange", onVisibility);
    stopConnection();
  };
}
