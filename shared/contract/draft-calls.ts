import { z } from "zod";
import { draftSchema, draftStepsSchema } from "../domain/draft.ts";

const idInput = z.object({ id: z.string().max(2_000) });

export const draftInputSchema = draftSchema.omit({ id: true, savedAt: true }).extend({
  number: draftSchema.shape.number.default(1),
  variables: draftSchema.shape.variables.default([]),
  presetId: draftSchema.shape.presetId.default(null),
  past: draftStepsSchema.shape.past.default([]),
  future: draftStepsSchema.shape.future.default([]),
  /**
   * When the draft was saved that this one was made of; null where there was none. Where another is there by now, nothing is
   * replaced. Absent: whatever is there is replaced.
   */
  onSavedAt: draftSchema.shape.savedAt.nullable().optional(),
});
/** A draft to save; what is absent is as for the first draft of an event. */
export type DraftInput = z.input<typeof draftInputSchema>;

/** The draft was saved by another window since it was read. */
export const DRAFT_CHANGED_ELSEWHERE = "draft.changed-elsewhere";

/**
 * The calls about drafts. Code of those that change something: `workspace.not-saved`; of `drafts.save` also
 * `draft.changed-elsewhere`.
 */
export const draftCalls = {
  /** The one saved last first. */
  "drafts.list": { input: z.object({ tenantId: z.string() }), output: z.array(draftSchema) },
  /** What undo and redo go through; empty for a draft that is not there. */
  "drafts.steps": { input: idInput, output: draftStepsSchema },
  "drafts.save": { input: draftInputSchema, output: draftSchema },
  "drafts.remove": { input: idInput, output: z.object({}) },
} as const;

/** Names of the calls above, for the preload, which must not load the contract itself. */
export type DraftCallName = keyof typeof draftCalls;
