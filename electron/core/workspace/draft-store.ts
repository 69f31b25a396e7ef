import { draftInputSchema, type DraftInput } from "../../../shared/contract/draft-calls.ts";
import {
  draftId,
  draftSchema,
  draftStepsSchema,
  type Draft,
  type DraftSteps,
} from "../../../shared/domain/draft.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { openCollection } from "./collection.ts";
import type { StorageContext } from "./stored-document.ts";

const storedDraftSchema = draftSchema.extend(draftStepsSchema.shape);

export type DraftStore = {
  /** The tenant's drafts, the one saved last first. */
  list(tenantId: string): readonly Draft[];
  /** What undo and redo go through; nothing where there is no such draft. */
  steps(id: string): DraftSteps;
  /** Adds or replaces the draft of this tenant, API, event and number. Durable when it answers. Code: `workspace.not-saved`. */
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
      const draft = draftInputSchema.parse(input);
      const saved = files.save({ ...draft, id: draftId(draft), savedAt: context.clock.now().toISOString() });
      return saved.ok ? success(withoutSteps(saved.value)) : saved;
    },
    remove(id) {
      const removed = files.remove(id);
      return removed.ok && removed.value !== null ? success(withoutSteps(removed.value)) : removed;
    },
  };
}

/** In version 1 there was one draft for each tenant, API and event, without steps, variables or preset. */
function numbered(older: unknown): unknown {
  const draft = typeof older === "object" && older !== null ? older : {};
  return { ...draft, number: 1, variables: [], presetId: null, past: [], future: [] };
}

function withoutSteps({ past: _past, future: _future, ...draft }: Draft & DraftSteps): Draft {
  return draft;
}
