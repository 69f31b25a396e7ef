import { z } from "zod";

const draftTabSchema = z.object({ eventKey: z.string().max(500), number: z.number().int().positive() });
/** A draft that is open: the event, and which of its drafts. */
export type DraftTab = z.infer<typeof draftTabSchema>;

/** The drafts of one tenant and API that are open as tabs. */
export const openDraftsSchema = z.object({
  tabs: z.array(draftTabSchema).max(200),
  /** Which of them is shown; of no meaning while none is open. */
  current: z.number().int().nonnegative(),
  /** Those closed last, the latest first, with their place. */
  closed: z.array(z.object({ tab: draftTabSchema, index: z.number().int().nonnegative() })).max(50),
});
export type OpenDrafts = z.infer<typeof openDraftsSchema>;

/** What open drafts are kept under in the settings: a tenant and one of its APIs. */
export function placeOf({ tenantId, api }: { readonly tenantId: string; readonly api: string }): string {
  return `${api} ${tenantId}`;
}
