import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { draftId } from "../../../shared/domain/draft.ts";
import type { TextSource } from "../../ui/code-editor-text.ts";
import { useComposeStores } from "./compose-provider.tsx";
import { startHistory, type DraftAction } from "./draft-history.ts";
import type { DraftKey } from "./draft-store.ts";

export type DraftEditor = {
  readonly id: string;
  readonly text: string;
  /** The same text as it is at any moment, for views that follow it by themselves. */
  readonly source: TextSource;
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
  const { text, past, future } = changed.get(id) ?? startHistory(base);
  // Saving gives a new base after each pause in typing; the functions below stay the same, and with them every field.
  const latestBase = useRef(base);
  useEffect(() => {
    latestBase.current = base;
  });
  const change = useCallback(
    (action: DraftAction) => store.change({ tenantId, api, eventKey }, latestBase.current, action),
    [store, tenantId, api, eventKey],
  );
  const source = useMemo<TextSource>(
    () => ({
      get: () => store.drafts.get().get(id)?.text ?? latestBase.current,
      subscribe: store.drafts.subscribe,
    }),
    [store, id],
  );
  const edit = useCallback(
    (group: string | null, changeText: (text: string) => string) =>
      change({ kind: "edit", text: changeText(source.get()), group }),
    [source, change],
  );
  return {
    id,
    text,
    source,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    edit,
    undo: () => change({ kind: "undo" }),
    redo: () => change({ kind: "redo" }),
    flush: () => store.flush(),
  };
}
