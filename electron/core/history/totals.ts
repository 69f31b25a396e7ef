import type { DatabaseSync } from "node:sqlite";

export type TotalsFilter = { readonly tenantId?: string | undefined; readonly event?: string | undefined };

export type Totals = {
  /** How many exchanges there are of a tenant and event, of all where they are not named. */
  total(filter: TotalsFilter): number;
  /** The highest sequence of an exchange; 0 where there is none. */
  newest(): number;
};

/** Summed from the counts by tenant and event, which are a few rows however long history is. */
export function createTotals(database: DatabaseSync): Totals {
  const total = database.prepare(
    `SELECT coalesce(sum(count), 0) AS total FROM exchange_count
     WHERE (?1 IS NULL OR tenant = json_quote(?1)) AND (?2 IS NULL OR event = json_quote(?2))`,
  );
  const newest = database.prepare("SELECT coalesce(max(sequence), 0) AS newest FROM exchange");
  return {
    total: ({ tenantId, event }) => Number(total.get(tenantId ?? null, event ?? null)?.["total"]),
    newest: () => Number(newest.get()?.["newest"]),
  };
}
