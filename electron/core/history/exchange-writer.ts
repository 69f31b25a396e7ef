import type { DatabaseSync } from "node:sqlite";
import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { createChain, hashContent, SEALED_COLUMNS, sealEntry, type ChainHead } from "./chain.ts";
import { summarise, toBodies, toRow } from "./exchange-row.ts";
import { inTransaction } from "./transaction.ts";

/** Writes exchanges in one transaction, all or none, each sealed to the one before, with its statements prepared once. */
export function createExchangeWriter(
  database: DatabaseSync,
): (exchanges: readonly Exchange[]) => ExchangeSummary[] {
  const chain = createChain(database);
  const columns = ["sequence", "seal", ...SEALED_COLUMNS];
  const insertExchange = database.prepare(
    `INSERT INTO exchange (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const insertBodies = database.prepare(
    "INSERT INTO exchange_body (sequence, request, response) VALUES (?, ?, ?)",
  );
  const insert = (exchange: Exchange, previous: ChainHead): ChainHead => {
    const row = toRow(exchange);
    const { request, response } = toBodies(exchange);
    const values = SEALED_COLUMNS.map((name) => row[name]);
    const sequence = previous.sequence + 1;
    const seal = sealEntry(previous.seal, sequence, hashContent(values, request, response));
    insertExchange.run(sequence, seal, ...values);
    insertBodies.run(sequence, request, response);
    return { sequence, seal };
  };
  return (exchanges) =>
    inTransaction(database, () => {
      let head = chain.head();
      const summaries = exchanges.map((exchange) => {
        head = insert(exchange, head);
        return summarise(exchange, head.sequence);
      });
      chain.moveTo(head);
      return summaries;
    });
}
