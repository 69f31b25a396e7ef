import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { CoverageRow } from "../../../shared/catalog-coverage/collect.ts";
import { outcomeSchema } from "../../../shared/domain/exchange.ts";

/** The part of `History` that tells what was sent of which event, some exchanges at a time. */
export type CoverageReader = {
  /**
   * Own exchanges with a sequence above `after` and below `before`, newest first, at most `limit` of those looked at;
   * `lowest` is the last sequence that was, null where there is no more.
   */
  rows(
    after: number,
    before: number,
    limit: number,
  ): { readonly rows: CoverageRow[]; readonly lowest: number | null };
};

/** Larger requests are counted but not looked into: reading them would be felt, and no event is that large. */
const MOST_BYTES = 64 * 1024;

export function createCoverageReader(database: DatabaseSync): CoverageReader {
  const select = database.prepare(`
    SELECT exchange.sequence AS sequence, id, sent_at, outcome, message, tenant_id, tenant_name, event, imported,
      CASE WHEN octet_length(request) <= ${MOST_BYTES} THEN request END AS request
    FROM exchange LEFT JOIN exchange_body USING (sequence)
    WHERE exchange.sequence > ? AND exchange.sequence < ?
    ORDER BY exchange.sequence DESC LIMIT ?`);
  return {
    rows(after, before, limit) {
      const found = select.all(after, before, limit);
      const rows = found.map(toRow).filter((row) => row !== null);
      const lowest = found.length < limit ? null : Number(found.at(-1)?.["sequence"]);
      return { rows, lowest };
    },
  };
}

/** null for what is nobody's of this workspace: bare endpoints, other people's evidence, bodies without an event. */
function toRow(row: Readonly<Record<string, SQLOutputValue>>): CoverageRow | null {
  const { tenant_id: tenantId, tenant_name: tenantName, event, request } = row;
  const outcome = outcomeSchema.safeParse(row["outcome"]);
  if (typeof tenantId !== "string" || typeof event !== "string" || row["imported"] === 1) return null;
  if (!outcome.success) return null;
  return {
    sequence: Number(row["sequence"]),
    exchangeId: String(row["id"]),
    sentAt: String(row["sent_at"]),
    outcome: outcome.data,
    message: String(row["message"]),
    tenantId,
    tenantName: String(tenantName),
    event,
    text: typeof request === "string" ? request : null,
  };
}
