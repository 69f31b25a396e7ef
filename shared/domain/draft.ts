import { z } from "zod";
import { apiSchema } from "./tenant.ts";

/**
 * An event being written. The text is the truth: form and preview are views of it. It is what will be sent, but for
 * placeholders (`{{$now}}`, `{{secret:token}}`) that are resolved at send. There is one draft for each tenant, API and
 * event; `id` is `draftId(...)` of those three.
 */
export const draftSchema = z.object({
  id: z.string(),
  tenantId: z.string(),
  api: apiSchema,
  eventKey: z.string(),
  text: z.string(),
  savedAt: z.string(),
});
export type Draft = z.infer<typeof draftSchema>;

export function draftId(tenantId: string, api: string, eventKey: string): string {
  return JSON.stringify([tenantId, api, eventKey]);
}
