import { draftId, type Draft, type DraftKey, type DraftSteps } from "../../../shared/domain/draft.ts";
import type { Variable } from "../../../shared/domain/variable.ts";
import { createAutosave, type DraftStatus } from "./autosave.ts";
import { reduceDraft, startHistory, type DraftAction } from "./draft-history.ts";
import { createEarlierSteps } from "./earlier-steps.ts";
import { createObservable, type Observable } from "./observable.ts";
import {
  createSharedDrafts,
  type ChangedDraft,
  type ChangedDrafts,
  type DraftBase,
  type SharedDraftsOptions,
} from "./shared-drafts.ts";

export type { DraftKey } from "../../../shared/domain/draft.ts";
export type { DraftBase } from "./shared-drafts.ts";

export type DraftStore = {
  readonly drafts: Observable<ChangedDrafts>;
  /** The steps of undo that saved drafts have from before the start, by draft id, once they are read. */
  readonly steps: Observable<ReadonlyMap<string, DraftSteps>>;
  readonly status: Observable<DraftStatus>;
  /** A draft as it is saved now: its steps of undo are read, and what another window changed of it is taken. */
  takeSaved(saved: Draft): void;
  /** `base` is what is shown for a draft not changed before. */
  change(key: DraftKey, base: DraftBase, action: DraftAction): void;
  setVariables(key: DraftKey, base: DraftBase, variables: readonly Variable[]): void;
  /** Says which preset the draft is from, or that it is from none. */
  setPreset(key: DraftKey, base: DraftBase, presetId: string | null): void;
  flush(): Promise<void>;
};

export type DraftStoreOptions = Omit<SharedDraftsOptions, "drafts" | "isUnsaved"> &
  Pick<Parameters<typeof createAutosave>[0], "afterPause" | "atLatest"> & {
    readonly readSteps: (id: string) => Promise<DraftSteps | null>;
  };

/** The drafts being written, with their undo, for as long as the window is open; each change is saved by itself. */
export function createDraftStore(options: DraftStoreOptions): DraftStore {
  const drafts = createObservable<ChangedDrafts>(new Map());
  const status = createObservable<DraftStatus>({ kind: "idle" });
  const earlier = createEarlierSteps(drafts, options.readSteps);
  const shared = createSharedDrafts({ ...options, drafts, isUnsaved: (id) => autosave.isUnsaved(id) });
  const autosave = createAutosave({
    ...options,
    onStatus: status.set,
    onSaved: (id) => shared.catchUp(id),
    async save(draft) {
      const id = draftId(draft);
      // What was there before goes into the file again, so it has to be known.
      await earlier.whenRead(id);
      return shared.save(id);
    },
  });
  const put = (id: string, draft: ChangedDraft) => drafts.set(new Map(drafts.get()).set(id, draft));

  function current(key: DraftKey, base: DraftBase): ChangedDraft {
    const id = draftId(key);
    const changed = drafts.get().get(id);
    if (changed !== undefined) return changed;
    if (!earlier.isAskedFor(id)) earlier.read(id, base.savedAt ?? null);
    shared.start(id, base);
    const { tenantId, api, eventKey, number } = key;
    const history = { ...startHistory(base.text), ...earlier.of(id) };
    const { variables, presetId } = base;
    return { ...history, tenantId, api, eventKey, number, variables, presetId };
  }
  function save(key: DraftKey, draft: ChangedDraft): void {
    put(draftId(key), draft);
    const { tenantId, api, eventKey, number, text, variables, presetId } = draft;
    autosave.schedule({ tenantId, api, eventKey, number, text, variables, presetId });
  }
  return {
    drafts,
    steps: earlier.steps,
    status,
    takeSaved(saved) {
      // While it is not changed here, its steps are those of whoever changes it.
      if (!drafts.get().has(saved.id)) earlier.read(saved.id, saved.savedAt);
      shared.take(saved);
    },
    flush: () => autosave.flush(),
    change(key, base, action) {
      const before = current(key, base);
      const after = reduceDraft(before, action);
      if (after !== before) save(key, { ...before, ...after });
    },
    setVariables: (key, base, variables) => save(key, { ...current(key, base), variables: [...variables] }),
    setPreset: (key, base, presetId) => save(key, { ...current(key, base), presetId }),
  };
}
