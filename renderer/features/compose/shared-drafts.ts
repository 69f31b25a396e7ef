import { DRAFT_CHANGED_ELSEWHERE, type DraftInput } from "../../../shared/contract/draft-calls.ts";
import type { Draft, DraftKey } from "../../../shared/domain/draft.ts";
import type { Variable } from "../../../shared/domain/variable.ts";
import type { Result } from "../../../shared/result/result.ts";
import { reduceDraft, stepsToKeep, withOtherText, type DraftHistory } from "./draft-history.ts";
import { mergeDraft, type DraftContent } from "./merge-draft.ts";
import type { Observable } from "./observable.ts";

/** A draft as it is shown before it is changed: as saved, or new. */
export type DraftBase = DraftContent & {
  /** null or absent for one that was never saved. */
  readonly savedAt?: string | null;
};

export type ChangedDraft = DraftHistory & DraftKey & DraftContent;

/** The drafts changed since the start, by draft id. All others are as they were saved, or new. */
export type ChangedDrafts = ReadonlyMap<string, ChangedDraft>;

export type SharedDraftsOptions = {
  readonly drafts: Observable<ChangedDrafts>;
  readonly save: (draft: DraftInput) => Promise<Result<Draft>>;
  /** The draft as it is saved now; null where there is none. */
  readonly readSaved: (draft: DraftKey) => Promise<Result<Draft | null>>;
  /** Another window changed the same. Undo brings back its text; `otherValues` are its values of variables. */
  readonly onContested: (id: string, contested: Contested) => void;
  readonly isUnsaved: (id: string) => boolean;
};

export type Contested = { readonly isText: boolean; readonly otherValues: readonly Variable[] };

/** Changed drafts beside what other windows make of them. */
export type SharedDrafts = {
  /** A draft is changed for the first time: of what. */
  start(id: string, base: DraftBase): void;
  /** Saves a draft as it is now, brought together with what another window saved meanwhile. */
  save(id: string): Promise<Result<unknown>>;
  /** A draft as it is saved now. */
  take(saved: Draft): void;
  /** Takes what was saved meanwhile, where nothing is unsaved here. */
  catchUp(id: string): void;
};

/** Two windows that take turns faster than this go on at the next pause. */
const MOST_TURNS = 5;

/** Keeps apart what this window changed and what another did, so that neither goes over the other. */
export function createSharedDrafts(options: SharedDraftsOptions): SharedDrafts {
  const { drafts } = options;
  /** What the drafts of this window are made of, and what was saved last as far as it is known. */
  const bases = new Map<string, DraftBase>();
  const latest = new Map<string, Draft>();
  const put = (id: string, draft: ChangedDraft) => drafts.set(new Map(drafts.get()).set(id, draft));

  function bringTogether(id: string, mine: ChangedDraft, theirs: Draft): void {
    const { text, isContested, otherValues, variables, presetId } = mergeDraft(
      bases.get(id) ?? theirs,
      mine,
      theirs,
    );
    bases.set(id, theirs);
    const history = isContested
      ? withOtherText(mine, theirs.text)
      : reduceDraft(mine, { kind: "edit", text, group: null });
    put(id, { ...mine, ...history, variables, presetId });
    if (isContested || otherValues.length > 0) options.onContested(id, { isText: isContested, otherValues });
  }

  async function save(id: string, turn: number): Promise<Result<unknown>> {
    const draft = drafts.get().get(id);
    if (draft === undefined) throw new Error("A draft was to be saved that was never changed.");
    const { tenantId, api, eventKey, number, text, variables, presetId } = draft;
    const content = { text, variables, presetId };
    const onSavedAt = bases.get(id)?.savedAt ?? null;
    const input = { tenantId, api, eventKey, number, ...content, ...stepsToKeep(draft), onSavedAt };
    const saved = await options.save(input);
    if (saved.ok) bases.set(id, { ...content, savedAt: saved.value.savedAt });
    if (saved.ok || saved.error.code !== DRAFT_CHANGED_ELSEWHERE || turn >= MOST_TURNS) return saved;
    const theirs = await options.readSaved(draft);
    if (!theirs.ok) return theirs;
    // Typed meanwhile, it is another than the one that was to be saved.
    if (theirs.value !== null) bringTogether(id, drafts.get().get(id) ?? draft, theirs.value);
    return save(id, turn + 1);
  }

  function catchUp(id: string): void {
    const [mine, theirs] = [drafts.get().get(id), latest.get(id)];
    if (mine === undefined || theirs === undefined || options.isUnsaved(id)) return;
    if (theirs.savedAt <= (bases.get(id)?.savedAt ?? "")) return;
    bringTogether(id, mine, theirs);
  }

  return {
    start: (id, base) => bases.set(id, base),
    save: (id) => save(id, 1),
    take(saved) {
      latest.set(saved.id, saved);
      catchUp(saved.id);
    },
    catchUp,
  };
}
