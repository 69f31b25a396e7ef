import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { Exchange } from "../../../shared/domain/exchange.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { PIECE_BYTES } from "./body-pieces.ts";
import { toExchange } from "./exchange-row.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;

/** The part of `History` that reads whole exchanges. */
export type ExchangeReader = {
  /** Codes: `history.not-found`, `history.damaged`. */
  get(id: string): Result<Exchange>;
  /** The same, but without an answer's body that is longer than a piece: `omittedBytes` is then the whole of it. */
  withoutLongBody(id: string): Result<Exchange>;
  has(id: string): boolean;
  /**
   * The exchanges of these ids, or all there are now, oldest first, each read when it is asked for. Ids that are not there
   * are passed over. Throws where a row is damaged.
   */
  iterate(ids: readonly string[] | null): Iterable<Exchange>;
  /** The same by sequence, in the order given. Those that are not there any more are passed over. */
  iterateSequences(sequences: Iterable<number>): Iterable<Exchange>;
  /** null for an id that is not there. */
  sequenceOf(id: string): number | null;
  /** When the exchange of this sequence was sent; null where there is none. */
  sentAtOf(sequence: number): string | null;
};

export function createExchangeReader(database: DatabaseSync): ExchangeReader {
  const sequenceOf = database.prepare("SELECT sequence FROM exchange WHERE id = ?");
  const bySequence = database.prepare(
    "SELECT record, request, response FROM exchange JOIN exchange_body USING (sequence) WHERE sequence = ?",
  );
  const withoutLongBody = database.prepare(
    `SELECT record, request, octet_length(response) AS total,
     CASE WHEN octet_length(response) <= ${PIECE_BYTES} THEN response ELSE '' END AS response
     FROM exchange JOIN exchange_body USING (sequence) WHERE sequence = ?`,
  );
  const sentAt = database.prepare("SELECT sent_at FROM exchange WHERE sequence = ?");
  const find = (id: string): number | null => toSequence(sequenceOf.get(id));
  const read = (sequence: number): Result<Exchange> => readRow(sequence, () => bySequence.get(sequence));
  const tryFind = (id: string): number | null | "damaged" => {
    try {
      return find(id);
    } catch {
      return "damaged";
    }
  };
  const withSequence = <Value>(id: string, readIt: (sequence: number) => Result<Value>): Result<Value> => {
    const sequence = tryFind(id);
    if (sequence === "damaged") return failure("history.damaged", DAMAGED, { id });
    if (sequence !== null) return readIt(sequence);
    return failure("history.not-found", "This exchange is not in the history of this workspace.", { id });
  };
  return {
    get: (id) => withSequence(id, read),
    withoutLongBody: (id) =>
      withSequence(id, (sequence) => undamaged(sequence, () => readShort(withoutLongBody.get(sequence)))),
    has: (id) => find(id) !== null,
    iterateSequences: (sequences) => readAll(existing(sequences, sentAt), read),
    sequenceOf: find,
    sentAtOf: (sequence) => {
      const moment = sentAt.get(sequence)?.["sent_at"];
      return typeof moment === "string" ? moment : null;
    },
    iterate: (ids) => readAll(ids === null ? allSequences(database) : chosenSequences(ids.map(find)), read),
  };
}

function* existing(sequences: Iterable<number>, statement: StatementSync): Generator<number> {
  for (const sequence of sequences) if (statement.get(sequence) !== undefined) yield sequence;
}

function* readAll(
  sequences: Iterable<number>,
  read: (sequence: number) => Result<Exchange>,
): Generator<Exchange> {
  for (const sequence of sequences) {
    const exchange = read(sequence);
    if (!exchange.ok) throw new Error(exchange.error.message);
    yield exchange.value;
  }
}

/**
 * One at a time and each with a statement of its own, so that a slow export holds no transaction open, which would keep the
 * log from being cut back. What is added meanwhile is not included.
 */
function* allSequences(database: DatabaseSync): Generator<number> {
  const newest = database.prepare("SELECT max(sequence) AS sequence FROM exchange");
  const following = database.prepare(
    "SELECT sequence FROM exchange WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT 1",
  );
  const last = toSequence(newest.get()) ?? 0;
  let current = toSequence(following.get(0, last));
  while (current !== null) {
    yield current;
    current = toSequence(following.get(current, last));
  }
}

function chosenSequences(found: readonly (number | null)[]): number[] {
  return [...new Set(found.filter((sequence) => sequence !== null))].sort((a, b) => a - b);
}

const DAMAGED =
  "This exchange cannot be read, because the history is damaged. Start the console anew: it saves what can be read.";

function readRow(sequence: number, readIt: () => Row | undefined): Result<Exchange> {
  return undamaged(sequence, () => {
    const row = readIt();
    return row === undefined ? null : toExchange(row);
  });
}

function readShort(row: Row | undefined): Exchange | null {
  if (row === undefined) return null;
  const exchange = toExchange({ ...row, response: row["response"] ?? "" });
  const total = Number(row["total"]);
  if (exchange.response === null || total <= PIECE_BYTES) return exchange;
  return { ...exchange, response: { ...exchange.response, omittedBytes: total } };
}

/** What cannot be read at all, or is not there although its exchange is, is damaged. */
function undamaged<Value>(sequence: number, readIt: () => Value | null): Result<Value> {
  try {
    const value = readIt();
    if (value !== null) return success(value);
  } catch {
    // The reason is in the database's own words, which help nobody.
  }
  return failure(
    "history.damaged",
    `Exchange ${sequence} of the history is damaged and cannot be read. Start the console anew: it saves what can be read.`,
    { sequence },
  );
}

function toSequence(row: Row | undefined): number | null {
  const sequence = row?.["sequence"];
  return typeof sequence === "number" ? sequence : null;
}
