import type { CallInput } from "../../../shared/contract/calls.ts";

/** Enough of the newest exchanges to show which events were sent last. */
const RECENT_EXCHANGES = 100;

/** What the list of events asks history for. */
export function recentExchanges(tenantId: string): CallInput<"history.page"> {
  return { limit: RECENT_EXCHANGES, tenantId };
}
