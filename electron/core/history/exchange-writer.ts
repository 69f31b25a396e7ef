import type { DatabaseSync } from "node:sqlite";
import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { toBodies, toRow, toSummary } from "./exchange-row.ts";
import { inTransaction } from "./transaction.ts";

/** Writes exchanges in one transaction, all or none, with its statements prepared once. */
export function createExchangeWriter(
  database: DatabaseSync,
): (exchanges: readonly Exchange[]) => ExchangeSummary[] {
  const insertExchange = database.prepare(`INSERT INTO exchange
    (id, sent_at, outcome, api, tenant_id, tenant_name, tenant_kind, event, identity_kind, identity_value, status,
     total_ms, message, reference, negative, record)
    VALUES (:id, :sent_at, :outcome, :api, :tenant_id, :tenant_name, :tenant_kind, :event, :identity_kind,
     :identity_value, :status, :total_ms, :message, :reference, :negative, :record)`);
  const insertBodies = database.prepare(
    "INSERT INTO exchange_body (sequence, request, response) VALUES (?, ?, ?)",
  );
  const insert = (exchange: Exchange): ExchangeSummary => {
    const row = toRow(exchange);
    const bodies = toBodies(exchange);
    const sequence = Number(insertExchange.run(row).lastInsertRowid);
    insertBodies.run(sequence, bodies.request, bodies.response);
    return toSummary({ ...row, sequence });
  };
  return (exchanges) => inTransaction(database, () => exchanges.map(insert));
}
