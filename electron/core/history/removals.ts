import type { DatabaseSync } from "node:sqlite";
import { createChain, createListHash, hashContent, hashRemoval, SEALED_COLUMNS, sealEntry } from "./chain.ts";
import type { StepControl } from "./step-control.ts";
import { inTransaction } from "./transaction.ts";

export type Removals = {
  /**
   * Removes these exchanges for ever, content, notes and all, and adds to the chain that it was done. Many are removed in
   * several steps, each whole, so that sending goes on in between. Sequences that are not there are passed over. Answers how
   * many were removed. Rejects with SQLite's error; earlier steps stand then.
   */
  remove(sequences: readonly number[], reason: string, now: Date, control?: StepControl): Promise<number>;
};

/** Takes some 20 milliseconds, for which nothing else can be written. */
const STEP = 500;

export function createRemovals(database: DatabaseSync): Removals {
  const chain = createChain(database);
  const columns = SEALED_COLUMNS.map((name) => `exchange.${name} AS ${name}`).join(", ");
  const read = database.prepare(
    `SELECT ${columns}, request, response FROM exchange JOIN exchange_body USING (sequence) WHERE sequence = ?`,
  );
  const keep = database.prepare("INSERT INTO removed VALUES (?, ?, ?)");
  const statements = ["exchange_body", "exchange", "annotation"].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE sequence = ?`),
  );
  const record = database.prepare("INSERT INTO removal VALUES (?, ?, ?, ?, ?, ?)");

  const removeStep = (sequences: readonly number[], reason: string, removedAt: string): number => {
    const head = chain.head();
    const sequence = head.sequence + 1;
    const list = createListHash();
    let count = 0;
    for (const one of sequences) {
      const row = read.get(one);
      if (row === undefined) continue;
      const values = SEALED_COLUMNS.map((name) => row[name] ?? null);
      const content = hashContent(values, row["request"] ?? null, row["response"] ?? null);
      list.add(one, content);
      keep.run(one, sequence, content);
      for (const statement of statements) statement.run(one);
      count += 1;
    }
    if (count === 0) return 0;
    const listHash = list.end();
    const seal = sealEntry(head.seal, sequence, hashRemoval(removedAt, reason, count, listHash));
    record.run(sequence, removedAt, reason, count, listHash, seal);
    chain.moveTo({ sequence, seal });
    return count;
  };
  return {
    async remove(sequences, reason, now, control) {
      const sorted = [...new Set(sequences)].sort((a, b) => a - b);
      let removed = 0;
      // What is removed is overwritten with zeros, not only given free.
      database.exec("PRAGMA secure_delete = ON");
      try {
        for (let from = 0; from < sorted.length; from += STEP) {
          const step = sorted.slice(from, from + STEP);
          removed += inTransaction(database, () => removeStep(step, reason, now.toISOString()));
          control?.onStep(removed);
          await new Promise((resolve) => setImmediate(resolve));
          if (control?.signal.aborted === true) break;
        }
        return removed;
      } finally {
        database.exec("PRAGMA secure_delete = OFF; PRAGMA wal_checkpoint(TRUNCATE)");
      }
    },
  };
}
