import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import type { Host } from "../../host/host.ts";
import { useHost } from "../../host/host-context.tsx";
import { draftId, type DraftKey } from "../../../shared/domain/draft.ts";
import type { Variable } from "../../../shared/domain/variable.ts";
import { success } from "../../../shared/result/result.ts";
import type { CarryPlace } from "../../../shared/translate/carry-over.ts";
import type { CodePlace } from "../../ui/code-editor-place.ts";
import { AUTOSAVE_TIMERS } from "./autosave-timers.ts";
import type { DraftStatus } from "./autosave.ts";
import { createCarriedNotices, type CarriedNotices } from "./carried-notices.ts";
import { createDraftStore, type DraftStore } from "./draft-store.ts";
import { createObservable, type Observable } from "./observable.ts";
import type { Contested } from "./shared-drafts.ts";
import { createSendStore, type SendStore } from "./send-store.ts";

/** The draft that was shown last, with what it hangs on: after a switch of tenant or API it is what is carried over. */
export type ShownDraft = {
  readonly key: DraftKey;
  readonly text: string;
  readonly example: string;
  readonly variables: readonly Variable[];
  readonly place: CarryPlace;
};

type ComposeStores = {
  readonly drafts: DraftStore;
  readonly sends: SendStore;
  readonly notices: CarriedNotices;
  readonly shown: Observable<ShownDraft | null>;
  /** Where somebody was in the text of each draft, by draft id. */
  readonly places: Map<string, CodePlace>;
  /** What another window changed too, by draft id, until it is dismissed. */
  readonly contested: Observable<ReadonlyMap<string, Contested>>;
};

const ComposeContext = createContext<ComposeStores | null>(null);

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
  const contested = createObservable<ReadonlyMap<string, Contested>>(new Map());
  return {
    contested,
    drafts: createDraftStore({
      save: (draft) => host.call("drafts.save", draft),
      async readSaved(key) {
        const listed = await host.call("drafts.list", { tenantId: key.tenantId });
        return listed.ok ? success(listed.value.find(({ id }) => id === draftId(key)) ?? null) : listed;
      },
      onContested: (id, what) => contested.set(new Map(contested.get()).set(id, what)),
      async readSteps(id) {
        const steps = await host.call("drafts.steps", { id });
        return steps.ok ? steps.value : null;
      },
      ...AUTOSAVE_TIMERS,
    }),
    notices: createCarriedNotices(),
    shown: createObservable<ShownDraft | null>(null),
    places: new Map(),
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
