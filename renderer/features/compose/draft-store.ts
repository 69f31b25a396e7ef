import { draftId, type Draft, type DraftKey, type DraftSteps } from "../../../shared/domain/draft.ts";
import type { Variable } from "../../../shared/domain/variable.ts";
import { createAutosave, type AutosaveOptions, type DraftStatus } from "./autosave.ts";
import {
  afterSteps,
  reduceDraft,
  startHistory,
  stepsToKeep,
  type DraftAction,
  type DraftHistory,
} from "./draft-history.ts";
import { createObservable, type Observable } from "./observable.ts";

export type { DraftKey } from "../../../shared/domain/draft.ts";

/** A draft as it is shown before it is changed: as saved, or new. */
export type DraftBase = Pick<Draft, "text" | "variables" | "presetId">;

export type ChangedDraft = DraftHistory & DraftKey & Pick<Draft, "variables" | "presetId">;

/** The drafts changed since the start, by draft id. All others are as they were saved, or new. */
export type ChangedDrafts = ReadonlyMap<string, ChangedDraft>;

export type DraftStore = {
  readonly drafts: Observable<ChangedDrafts>;
  /** The steps of undo that saved drafts have from before the start, by draft id, once they are read. */
  readonly steps: Observable<ReadonlyMap<string, DraftSteps>>;
  readonly status: Observable<DraftStatus>;
  /** Reads the steps that a saved draft has from before. */
  loadSteps(id: string): void;
  /** `base` is what is shown for a draft not changed before. */
  change(key: DraftKey, base: DraftBase, action: DraftAction): void;
  setVariables(key: DraftKey, base: DraftBase, variables: readonly Variable[]): void;
  /** Says which preset the draft is from, or that it is from none. */
  setPreset(key: DraftKey, base: DraftBase, presetId: string | null): void;
  flush(): Promise<void>;
};

export type DraftStoreOptions = Omit<AutosaveOptions, "onStatus"> & {
  readonly readSteps: (id: string) => Promise<DraftSteps | null>;
};

/** The drafts being written, with their undo, for as long as the window is open; each change is saved by itself. */
export function createDraftStore(options: DraftStoreOptions): DraftStore {
  const drafts = createObservable<ChangedDrafts>(new Map());
  const steps = createObservable<ReadonlyMap<string, DraftSteps>>(new Map());
  const status = createObservable<DraftStatus>({ kind: "idle" });
  const reading = new Map<string, Promise<void>>();
  const autosave = createAutosave({
    ...options,
    onStatus: status.set,
    async save(draft) {
      const id = draftId(draft);
      // What was there before goes into the file again, so it has to be known.
      await reading.get(id);
      const changed = drafts.get().get(id);
      return options.save({ ...draft, ...(changed === undefined ? {} : stepsToKeep(changed)) });
    },
  });
  const put = (id: string, draft: ChangedDraft) => drafts.set(new Map(drafts.get()).set(id, draft));

  async function readSteps(id: string): Promise<void> {
    const read = await options.readSteps(id);
    if (read === null) return;
    steps.set(new Map(steps.get()).set(id, read));
    const changed = drafts.get().get(id);
    // It was changed meanwhile: what was read comes before that.
    if (changed !== undefined) put(id, { ...changed, ...afterSteps(changed, read) });
  }
  function loadSteps(id: string): void {
    if (!reading.has(id)) reading.set(id, readSteps(id));
  }
  function current(key: DraftKey, base: DraftBase): ChangedDraft {
    const id = draftId(key);
    const changed = drafts.get().get(id);
    if (changed !== undefined) return changed;
    loadSteps(id);
    const { tenantId, api, eventKey, number } = key;
    const history = { ...startHistory(base.text), ...steps.get().get(id) };
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
    steps,
    status,
    loadSteps,
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
