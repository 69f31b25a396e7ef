import { createHash, hash } from "node:crypto";
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from "node:sqlite";

/** The columns of `exchange` that are evidence, in the order in which they are hashed. All but `sequence` and `seal`. */
export const SEALED_COLUMNS = [
  "id",
  "sent_at",
  "outcome",
  "api",
  "tenant_id",
  "tenant_name",
  "tenant_kind",
  "event",
  "identity_kind",
  "identity_value",
  "status",
  "total_ms",
  "message",
  "reference",
  "negative",
  "run_id",
  "preset_id",
  "expected",
  "imported",
  "rules",
  "has",
  "record",
] as const;

/** What the first entry of a chain is chained to. */
export const NO_SEAL: Uint8Array = new Uint8Array(32);

type Value = SQLInputValue | SQLOutputValue;

/**
 * The hash of a row's content: SHA-256 over its columns and bodies, each with its length before it, so that nothing can move
 * from one into the next. `values` are those of SEALED_COLUMNS.
 */
export function hashContent(values: readonly Value[], request: Value, response: Value): Uint8Array {
  let text = "";
  for (const value of values) text += framed(value);
  return hash("sha256", text + framed(request) + framed(response), "buffer");
}

function framed(value: Value): string {
  if (value === null) return "~";
  if (typeof value === "object") {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return framed(`bytes ${bytes.toString("base64")}`);
  }
  const text = String(value);
  return `${text.length}:${text}`;
}

/** The hash of a removal's content: when, why, how many, and the hash over the list of what was removed. */
export function hashRemoval(removedAt: string, reason: string, count: number, list: Uint8Array): Uint8Array {
  return hash("sha256", ["removal", removedAt, reason, count, list].map(framed).join(""), "buffer");
}

/** Hashes the list of a removal as it goes along: each removed row's sequence and content. */
export function createListHash(): { add(sequence: number, content: Uint8Array): void; end(): Uint8Array } {
  const list = createHash("sha256");
  return {
    add: (sequence, content) => void list.update(`${sequence}:`).update(content),
    end: () => list.digest(),
  };
}

/** The seal of an entry: chained to that of the entry before it. */
export function sealEntry(previous: Uint8Array, sequence: number, content: Uint8Array): Uint8Array {
  const number = Buffer.from(`${sequence}:`);
  return hash("sha256", Buffer.concat([previous, number, content]), "buffer");
}

/** The newest entry: exchanges and removals have their sequences from one count. */
export type ChainHead = { readonly sequence: number; readonly seal: Uint8Array };

export type Chain = {
  /** Inside of the transaction that adds to it, so that several processes take turns. */
  head(): ChainHead;
  moveTo(head: ChainHead): void;
};

export function createChain(database: DatabaseSync): Chain {
  const read = database.prepare("SELECT sequence, seal FROM chain");
  const write = database.prepare("UPDATE chain SET sequence = ?, seal = ?");
  return {
    head() {
      const row = read.get();
      const seal = row?.["seal"];
      if (row === undefined || !(seal instanceof Uint8Array))
        throw new Error("The chain of history has no head.");
      return { sequence: Number(row["sequence"]), seal };
    },
    moveTo: ({ sequence, seal }) => void write.run(sequence, seal),
  };
}
