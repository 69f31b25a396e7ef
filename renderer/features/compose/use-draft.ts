import { useCallback, useMemo, useSyncExternalStore } from "react";
import { draftId } from "../../../shared/domain/draft.ts";
import { useComposeStores } from "./compose-provider.tsx";
import { startHistory } from "./draft-history.ts";
import type { DraftKey } from "./draft-store.ts";

export type DraftEditor = {
  readonly id: string;
  readonly text: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Changes the text as it is now; changes of one `group` that follow each other are one step of undo. */
  readonly edit: (group: string | null, change: (text: string) => string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Saves what is not saved yet. */
  readonly flush: () => Promise<void>;
};

/** A draft as it is being written. `base` is its text as saved, or a new draft's. */
export function useDraft(key: DraftKey, base: string): DraftEditor {
  const { drafts: store } = useComposeStores();
  const changed = useSyncExternalStore(store.drafts.subscribe, store.drafts.get);
  const { tenantId, api, eventKey } = key;
  const id = draftId(tenantId, api, eventKey);
  const history = changed.get(id) ?? startHistory(base);

  const edit = useCallback(
    (group: string | null, change: (text: string) => string) => {
      const current = store.drafts.get().get(id)?.text ?? base;
      store.change({ tenantId, api, eventKey }, base, { kind: "edit", text: change(current), group });
    },
    [store, id, tenantId, api, eventKey, base],
  );
  return useMemo(
    () => ({
      id,
      text: history.text,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      edit,
      undo: () => store.change({ tenantId, api, eventKey }, base, { kind: "undo" }),
      redo: () => store.change({ tenantId, api, eventKey }, base, { kind: "redo" }),
      flush: () => store.flush(),
    }),
    [
      store,
      id,
      history.text,
      history.past.length,
      history.future.length,
      edit,
      tenantId,
      api,
      eventKey,
      base,
    ],
  );
}
