import { draftId } from "../../../shared/domain/draft.ts";
import type { Api } from "../../../shared/domain/tenant.ts";
import { createAutosave, type AutosaveOptions, type DraftStatus } from "./autosave.ts";
import { reduceDraft, startHistory, type DraftAction, type DraftHistory } from "./draft-history.ts";
import { createObservable, type Observable } from "./observable.ts";

export type DraftKey = { readonly tenantId: string; readonly api: Api; readonly eventKey: string };

/** The drafts changed since the start, by draft id. All others are as they were saved, or new. */
export type ChangedDrafts = ReadonlyMap<string, DraftHistory>;

export type DraftStore = {
  readonly drafts: Observable<ChangedDrafts>;
  readonly status: Observable<DraftStatus>;
  /** `base` is the text that is shown for a draft not changed before. */
  change(key: DraftKey, base: string, action: DraftAction): void;
  flush(): Promise<void>;
};

/** The drafts being written, with their undo, for as long as the window is open; each change is saved by itself. */
export function createDraftStore(options: Omit<AutosaveOptions, "onStatus">): DraftStore {
  const drafts = createObservable<ChangedDrafts>(new Map());
  const status = createObservable<DraftStatus>({ kind: "idle" });
  const autosave = createAutosave({ ...options, onStatus: status.set });
  return {
    drafts,
    status,
    flush: () => autosave.flush(),
    change(key, base, action) {
      const id = draftId(key.tenantId, key.api, key.eventKey);
      const before = drafts.get().get(id) ?? startHistory(base);
      const after = reduceDraft(before, action);
      if (after === before) return;
      drafts.set(new Map(drafts.get()).set(id, after));
      if (after.text !== before.text) autosave.schedule({ ...key, text: after.text });
    },
  };
}
