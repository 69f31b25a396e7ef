import type { ExchangeSummary } from "../../../shared/domain/exchange.ts";

/** What every refusal begins with: our own words, then the vendor's (OptiEvent's documented error message). */
const LEAD = /^(?:The event was refused: )?(?:Failed to validate the event with the following error - )?/u;

/** What tells one answer from the next: the vendor's id of an accepted event, the reason of a refusal. */
export function shortAnswer(row: Pick<ExchangeSummary, "outcome" | "reference" | "message">): string {
  if (row.outcome === "accepted" && row.reference !== null) return row.reference;
  const reason = row.message.replace(LEAD, "");
  return reason === "" ? row.message : reason;
}
