import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { draftId, type Draft } from "../../../shared/domain/draft.ts";
import type { Variable } from "../../../shared/domain/variable.ts";
import type { TextSource } from "../../ui/code-editor-text.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { useComposeStores } from "./compose-provider.tsx";
import type { DraftAction } from "./draft-history.ts";
import { createFieldSteps } from "./typing-group.ts";
import type { DraftBase, DraftKey, DraftStore } from "./draft-store.ts";

export type DraftEditor = {
  readonly id: string;
  readonly text: string;
  /** The same text as it is at any moment, for views that follow it by themselves. */
  readonly source: TextSource;
  /** The draft's own; they count before the tenant's. */
  readonly variables: readonly Variable[];
  readonly presetId: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Changes the text as it is now; changes of one `group` that follow each other are one step of undo. */
  readonly edit: (group: string | null, change: (text: string) => string) => void;
  readonly setVariables: (variables: readonly Variable[]) => void;
  readonly setPreset: (presetId: string | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Saves what is not saved yet, and begins another step of undo: what is sent now can be gone back to. */
  readonly settle: () => Promise<void>;
};

/** A draft as it is being written. `base` is what it is as saved, or a new draft. */
export function useDraft(key: DraftKey, base: DraftBase, saved: Draft | null): DraftEditor {
  const { drafts: store } = useComposeStores();
  const changed = useSyncExternalStore(store.drafts.subscribe, store.drafts.get);
  const allSteps = useSyncExternalStore(store.steps.subscribe, store.steps.get);
  const { tenantId, api, eventKey, number } = key;
  const stableKey = useMemo<DraftKey>(
    () => ({ tenantId, api, eventKey, number }),
    [tenantId, api, eventKey, number],
  );
  const id = draftId(stableKey);
  const shown = changed.get(id) ?? base;
  const steps = changed.get(id) ?? allSteps.get(id);
  useEffect(() => {
    if (saved !== null) store.takeSaved(saved);
  }, [store, saved]);
  const actions = useDraftActions(store, stableKey, id, base);
  return {
    id,
    text: shown.text,
    variables: shown.variables,
    presetId: shown.presetId,
    canUndo: (steps?.past.length ?? 0) > 0,
    canRedo: (steps?.future.length ?? 0) > 0,
    ...actions,
  };
}

function useDraftActions(store: DraftStore, key: DraftKey, id: string, base: DraftBase) {
  // Saving gives a new base after each pause in typing; the functions below stay the same, and with them every field.
  // Known before the effects of what is inside run: the editor of another draft asks for its text in one of them.
  const latestBase = useLatest(base);
  const change = useCallback(
    (action: DraftAction) => store.change(key, latestBase.current, action),
    [store, key, latestBase],
  );
  const source = useMemo<TextSource>(
    () => ({
      get: () => store.drafts.get().get(id)?.text ?? latestBase.current.text,
      subscribe: store.drafts.subscribe,
    }),
    [store, id, latestBase],
  );
  const [steps] = useState(createFieldSteps);
  const edit = useCallback(
    (group: string | null, changeText: (text: string) => string) => {
      const step = steps.stepOf(group, performance.now());
      change({ kind: "edit", text: changeText(source.get()), group: step });
    },
    [source, change, steps],
  );
  const setVariables = useCallback(
    (variables: readonly Variable[]) => store.setVariables(key, latestBase.current, variables),
    [store, key, latestBase],
  );
  return {
    source,
    edit,
    setVariables,
    setPreset: (presetId: string | null) => store.setPreset(key, latestBase.current, presetId),
    undo: () => change({ kind: "undo" }),
    redo: () => change({ kind: "redo" }),
    settle() {
      steps.end();
      return store.flush();
    },
  };
}
