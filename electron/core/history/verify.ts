import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { Verification } from "../../../shared/domain/history.ts";
import { createListHash, hashContent, hashRemoval, NO_SEAL, SEALED_COLUMNS, sealEntry } from "./chain.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;
type Problem = NonNullable<Verification["problem"]>;

/** Told now and then how far it is; false breaks it off. */
export type OnProgress = (done: number, total: number) => boolean;

const STEP = 1000;

/**
 * Goes through the whole chain, oldest first: every exchange is hashed anew, every removed one is replaced by the hash that
 * was kept of it, every removal has to account for exactly what is gone. Names the first entry that is not as it was.
 * Only reads. What is added meanwhile is not looked at.
 */
export function verifyChain(database: DatabaseSync, onProgress: OnProgress = () => true): Verification {
  const { head, last, stray } = readEnd(database);
  const state = createState(database);
  for (let from = 1; from <= last && state.problem === null; from += STEP) {
    const until = Math.min(last, from + STEP - 1);
    for (const entry of entriesBetween(database, from, until)) {
      state.take(entry);
      if (state.problem !== null) break;
    }
    if (state.problem === null) state.finishAt(until);
    if (state.problem === null && !onProgress(until, last)) return report(database, state, "stopped", head);
  }
  if (state.problem === null) state.finishList();
  if (state.problem === null && stray !== null) state.problem = added(stray);
  if (state.problem === null && !sameBytes(state.seal, head?.["seal"])) {
    state.problem = problem(
      "chain",
      last,
      null,
      "The newest seal is not the one that was kept: the end of the history was changed or cut off.",
    );
  }
  return report(database, state, state.problem === null ? "intact" : "broken", head);
}

/** The end of the chain, in one look, so that what other processes add meanwhile is no stranger. */
function readEnd(database: DatabaseSync): { head: Row | undefined; last: number; stray: Row | null } {
  database.exec("BEGIN");
  try {
    const head = database.prepare("SELECT * FROM chain").get();
    const last = Number(head?.["sequence"] ?? 0);
    const stray = database
      .prepare(
        "SELECT sequence, id FROM exchange WHERE sequence > ? OR sequence < 1 ORDER BY sequence LIMIT 1",
      )
      .get(last);
    return { head, last, stray: stray ?? null };
  } finally {
    database.exec("COMMIT");
  }
}

function added(row: Row): Problem {
  const sequence = Number(row["sequence"]);
  const sentence = `Exchange ${sequence} stands outside of the chain: it was not recorded by the console.`;
  return problem("added", sequence, String(row["id"]), sentence);
}

function report(
  database: DatabaseSync,
  { checked, problem, seal }: State,
  state: Verification["state"],
  head: Row | undefined,
): Verification {
  // Many exchanges are removed in steps, which are told as the one removal they are.
  const removals = database
    .prepare(
      "SELECT removed_at, reason, sum(count) AS count FROM removal GROUP BY removed_at, reason ORDER BY min(sequence)",
    )
    .all();
  return {
    state,
    checked,
    problem,
    sealedLater: Number(head?.["sealed_later"] ?? 0),
    removals: removals.map((row) => ({
      removedAt: String(row["removed_at"]),
      reason: String(row["reason"]),
      count: Number(row["count"]),
    })),
    removed: removals.reduce((sum, row) => sum + Number(row["count"]), 0),
    head: state === "intact" ? Buffer.from(seal).toString("hex") : null,
  };
}

type Entry = {
  readonly sequence: number;
  readonly kind: "exchange" | "removed" | "removal";
  readonly row: Row;
};

/** Everything of the chain that stands between two sequences, in its order. */
function entriesBetween(database: DatabaseSync, from: number, until: number): Entry[] {
  const read = (kind: Entry["kind"], sql: string): Entry[] =>
    database
      .prepare(`${sql} WHERE sequence BETWEEN ? AND ?`)
      .all(from, until)
      .map((row) => ({ kind, row, sequence: Number(row["sequence"]) }));
  const entries = [
    ...read("exchange", "SELECT * FROM exchange LEFT JOIN exchange_body USING (sequence)"),
    ...read("removed", "SELECT * FROM removed"),
    ...read("removal", "SELECT * FROM removal"),
  ];
  return entries.sort((a, b) => a.sequence - b.sequence);
}

type State = ReturnType<typeof createState>;

function createState(database: DatabaseSync) {
  const removedBy = database.prepare("SELECT * FROM removed WHERE removal = ? ORDER BY rowid");
  let seal = NO_SEAL;
  let next = 1;
  const state = {
    checked: 0,
    problem: null as Problem | null,
    get seal() {
      return seal;
    },
    take({ kind, sequence, row }: Entry): void {
      const gap = missingBefore(next, sequence);
      if (gap !== null) {
        state.problem = gap;
        return;
      }
      next = sequence + 1;
      const content = contentOf(kind, row);
      seal = sealEntry(seal, sequence, content);
      if (kind === "exchange") {
        state.checked += 1;
        if (!sameBytes(seal, row["seal"])) state.problem = changed(sequence, row);
      }
      if (kind === "removal") state.problem = problemOfRemoval(sequence, row, seal, removedBy.all(sequence));
    },
    finishAt(until: number): void {
      state.problem = missingBefore(next, until + 1);
    },
    /** Hashes that were kept without a removal that says so. */
    finishList(): void {
      const stray = database
        .prepare("SELECT sequence FROM removed WHERE removal NOT IN (SELECT sequence FROM removal) LIMIT 1")
        .get();
      const sequence = Number(stray?.["sequence"]);
      if (stray !== undefined) {
        state.problem = problem(
          "missing",
          sequence,
          null,
          `Exchange ${sequence} was removed without a record of it.`,
        );
      }
    },
  };
  return state;
}

function contentOf(kind: Entry["kind"], row: Row): Uint8Array {
  if (kind === "removed") return bytesOf(row["content"]);
  if (kind === "exchange") {
    const values = SEALED_COLUMNS.map((name) => row[name] ?? null);
    return hashContent(values, row["request"] ?? null, row["response"] ?? null);
  }
  const { removed_at: at, reason, count, list } = row;
  return hashRemoval(String(at), String(reason), Number(count), bytesOf(list));
}

function problemOfRemoval(
  sequence: number,
  row: Row,
  seal: Uint8Array,
  removed: readonly Row[],
): Problem | null {
  const list = createListHash();
  for (const one of removed) list.add(Number(one["sequence"]), bytesOf(one["content"]));
  if (!sameBytes(seal, row["seal"])) {
    return problem(
      "changed",
      sequence,
      null,
      `The record of the removal of ${String(row["removed_at"])} was changed.`,
    );
  }
  if (removed.length === Number(row["count"]) && sameBytes(list.end(), row["list"])) return null;
  const sentence = `The removal of ${String(row["removed_at"])} does not account for what is gone.`;
  return problem("changed", sequence, null, sentence);
}

function missingBefore(next: number, sequence: number): Problem | null {
  if (sequence <= next) return null;
  const what = sequence === next + 1 ? `Exchange ${next} is` : `Exchanges ${next} to ${sequence - 1} are`;
  return problem("missing", next, null, `${what} missing, and no removal is on record for that.`);
}

function changed(sequence: number, row: Row): Problem {
  const id = String(row["id"]);
  const sentence = `Exchange ${sequence} (${id}, sent ${String(row["sent_at"])}) or the seal before it is not as it was recorded.`;
  return problem("changed", sequence, id, sentence);
}

function problem(kind: Problem["kind"], sequence: number, id: string | null, message: string): Problem {
  return { kind, sequence, id, message };
}

function bytesOf(value: SQLOutputValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

function sameBytes(one: Uint8Array, other: SQLOutputValue | undefined): boolean {
  return other instanceof Uint8Array && Buffer.compare(one, other) === 0;
}
