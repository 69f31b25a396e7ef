import type { DatabaseSync } from "node:sqlite";
import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";
import { createChain, hashContent, SEALED_COLUMNS, sealEntry, type ChainHead } from "./chain.ts";
import { summarise, toBodies, toRow } from "./exchange-row.ts";
import { inTransaction } from "./transaction.ts";

export type WriteExchanges = (exchanges: readonly Exchange[]) => ExchangeSummary[];

/** Writes exchanges in one transaction, all or none, each sealed to the one before, with its statements prepared once. */
export function createExchangeWriter(database: DatabaseSync): WriteExchanges {
  const chain = createChain(database);
  const columns = ["sequence", "seal", ...SEALED_COLUMNS];
  const insertExchange = database.prepare(
    `INSERT INTO exchange (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const insertBodies = database.prepare(
    "INSERT INTO exchange_body (sequence, request, response) VALUES (?, ?, ?)",
  );
  const insert = ({ values, request, response, content }: Prepared, previous: ChainHead): ChainHead => {
    const sequence = previous.sequence + 1;
    const seal = sealEntry(previous.seal, sequence, content);
    insertExchange.run(sequence, seal, ...values);
    insertBodies.run(sequence, request, response);
    return { sequence, seal };
  };
  return (exchanges) => {
    // Before the transaction, in which others wait.
    const prepared = exchanges.map(prepare);
    return inTransaction(database, () => {
      let head = chain.head();
      const summaries = prepared.map((one) => {
        head = insert(one, head);
        return summarise(one.exchange, head.sequence);
      });
      chain.moveTo(head);
      return summaries;
    });
  };
}

type Prepared = ReturnType<typeof prepare>;

function prepare(exchange: Exchange) {
  const row = toRow(exchange);
  const { request, response } = toBodies(exchange);
  const values = SEALED_COLUMNS.map((name) => row[name]);
  return { exchange, values, request, response, content: hashContent(values, request, response) };
}
