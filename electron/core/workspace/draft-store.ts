import {
  DRAFT_CHANGED_ELSEWHERE,
  draftInputSchema,
  type DraftInput,
} from "../../../shared/contract/draft-calls.ts";
import {
  draftId,
  draftSchema,
  draftStepsSchema,
  type Draft,
  type DraftSteps,
} from "../../../shared/domain/draft.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { openCollection } from "./collection.ts";
import type { StorageContext } from "./stored-document.ts";

/** As many as the schema of a draft's steps takes. */
const MOST_STEPS = 500;

const storedDraftSchema = draftSchema.extend(draftStepsSchema.shape);

export type DraftStore = {
  /** The tenant's drafts, the one saved last first. */
  list(tenantId: string): readonly Draft[];
  /** What undo and redo go through; nothing where there is no such draft. */
  steps(id: string): DraftSteps;
  /**
   * Adds or replaces the draft of this tenant, API, event and number. Durable when it answers. Codes: `workspace.not-saved`,
   * `draft.changed-elsewhere` where another one is there than the one it was made of.
   */
  save(draft: DraftInput): Result<Draft>;
  /** Answers what was removed; null where nothing was. Code: `workspace.not-saved`. */
  remove(id: string): Result<Draft | null>;
};

export function openDraftStore(context: StorageContext): DraftStore {
  const files = openCollection(context, "drafts", {
    schema: storedDraftSchema,
    steps: [numbered],
  });
  return {
    list: (tenantId) =>
      files
        .list()
        .filter((draft) => draft.tenantId === tenantId)
        .map(withoutSteps)
        .sort((a, b) => b.savedAt.localeCompare(a.savedAt)),
    steps(id) {
      const { past, future } = files.get(id) ?? { past: [], future: [] };
      return { past, future };
    },
    save(input) {
      const { onSavedAt, ...draft } = draftInputSchema.parse(input);
      const id = draftId(draft);
      const before = files.get(id);
      if (before !== null && onSavedAt !== undefined && onSavedAt !== before.savedAt) {
        // The window brings the two together; should it not live to do so, what it had is a step of undo.
        files.save({ ...before, past: [...before.past, draft.text].slice(-MOST_STEPS) });
        return failure(
          DRAFT_CHANGED_ELSEWHERE,
          "This draft was changed in another window. It was not replaced.",
        );
      }
      const savedAt = laterThan(before?.savedAt ?? null, context.clock.now());
      const saved = files.save({ ...draft, id, savedAt });
      return saved.ok ? success(withoutSteps(saved.value)) : saved;
    },
    remove(id) {
      const removed = files.remove(id);
      return removed.ok && removed.value !== null ? success(withoutSteps(removed.value)) : removed;
    },
  };
}

/** The moment, moved where it has to be: no two savings of a draft have the same, and the later one has the later. */
function laterThan(before: string | null, now: Date): string {
  const least = before === null ? Number.NEGATIVE_INFINITY : Date.parse(before) + 1;
  return new Date(Math.max(now.getTime(), Number.isNaN(least) ? 0 : least)).toISOString();
}

/** In version 1 there was one draft for each tenant, API and event, without steps, variables or preset. */
function numbered(older: unknown): unknown {
  const draft = typeof older === "object" && older !== null ? older : {};
  return { ...draft, number: 1, variables: [], presetId: null, past: [], future: [] };
}

function withoutSteps({ past: _past, future: _future, ...draft }: Draft & DraftSteps): Draft {
  return draft;
}
