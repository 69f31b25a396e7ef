import { draftId, draftSchema, type Draft } from "../../../shared/domain/draft.ts";
import type { Result } from "../../../shared/result/result.ts";
import { openCollection } from "./collection.ts";
import type { StorageContext } from "./stored-document.ts";

export type DraftStore = {
  /** The tenant's drafts, the one saved last first. */
  list(tenantId: string): readonly Draft[];
  /** Adds or replaces the draft of this tenant, API and event. Durable when it answers. Code: `workspace.not-saved`. */
  save(draft: Omit<Draft, "id" | "savedAt">): Result<Draft>;
  /** Answers what was removed; null where nothing was. Code: `workspace.not-saved`. */
  remove(id: string): Result<Draft | null>;
};

export function openDraftStore(context: StorageContext): DraftStore {
  const files = openCollection(context, "drafts", { schema: draftSchema, steps: [] });
  return {
    list: (tenantId) =>
      files
        .list()
        .filter((draft) => draft.tenantId === tenantId)
        .sort((a, b) => b.savedAt.localeCompare(a.savedAt)),
    save: (draft) =>
      files.save({
        ...draft,
        id: draftId(draft.tenantId, draft.api, draft.eventKey),
        savedAt: context.clock.now().toISOString(),
      }),
    remove: (id) => files.remove(id),
  };
}
