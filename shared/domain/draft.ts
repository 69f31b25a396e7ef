import { z } from "zod";
import { apiSchema } from "./tenant.ts";
import { variablesSchema } from "./variable.ts";

/**
 * An event being written. The text is the truth: form and preview are views of it. It is what will be sent, but for
 * placeholders (`{{$now}}`, `{{secret:token}}`) that are resolved at send. There can be several for each tenant, API and
 * event, numbered from 1; `id` is `draftId(...)` of those four.
 */
export const draftSchema = z.object({
  id: z.string(),
  tenantId: z.string(),
  api: apiSchema,
  eventKey: z.string(),
  number: z.number().int().positive(),
  text: z.string(),
  /** They count before the tenant's variables of the same name. */
  variables: variablesSchema,
  /** The preset that the draft was opened from; null for none. */
  presetId: z.string().nullable(),
  savedAt: z.string(),
});
export type Draft = z.infer<typeof draftSchema>;

/** Texts that the draft had before, the oldest first, and after, the next first: what undo and redo go through. */
export const draftStepsSchema = z.object({
  past: z.array(z.string()).max(500),
  future: z.array(z.string()).max(500),
});
export type DraftSteps = z.infer<typeof draftStepsSchema>;

/** What makes a draft that draft. */
export type DraftKey = Pick<Draft, "tenantId" | "api" | "eventKey" | "number">;

/** The first draft of an event is named as it was when there was only one. */
export function draftId({ tenantId, api, eventKey, number }: DraftKey): string {
  const event = [tenantId, api, eventKey];
  return JSON.stringify(number === 1 ? event : [...event, number]);
}
