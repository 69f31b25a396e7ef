import type { Draft } from "../../../shared/domain/draft.ts";
import { useCall } from "../../host/queries.ts";

/** The saved drafts of a tenant, or why they cannot be read. null while they are being read. */
export type SavedDrafts =
  | { readonly kind: "loaded"; readonly drafts: readonly Draft[] }
  | { readonly kind: "failed"; readonly message: string; readonly retry: () => void };

/**
 * Drafts are read before anything can be typed, so that typing never replaces one that is only not there yet.
 */
export function useSavedDrafts(tenantId: string): SavedDrafts | null {
  const query = useCall("drafts.list", { tenantId });
  if (query.data !== undefined) return { kind: "loaded", drafts: query.data };
  if (query.error === null) return null;
  return { kind: "failed", message: query.error.message, retry: () => void query.refetch() };
}
