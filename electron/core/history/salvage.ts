import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import { createListHash, hashContent, hashRemoval, NO_SEAL, SEALED_COLUMNS, sealEntry } from "./chain.ts";
import { toExchange } from "./exchange-row.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";
import { inTransaction } from "./transaction.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;

/** What came of a salvage. */
export type Salvage = {
  /** Exchanges that are in the new history, as they were recorded. */
  readonly saved: number;
  /** Of these, those whose seal could not be checked, because the one before them is lost. */
  readonly unchecked: number;
  /** Exchanges that cannot be read, or are not as they were recorded. */
  readonly lost: number;
  readonly spans: readonly LostSpan[];
};

/** Sequences in a row that are lost, both ends included, and when the saved exchanges beside them were sent. */
export type LostSpan = {
  readonly from: number;
  readonly until: number;
  readonly after: string | null;
  readonly before: string | null;
};

/** Bytes in place of the hash of a content that nobody knows any more. */
const UNKNOWN_CONTENT = new Uint8Array(32);
/** After so many sequences without anything it is taken for the end, where the end itself cannot be read. */
const LARGEST_GAP = 20_000;
const STEP = 500;

/**
 * Reads what can be read of a damaged history, entry by entry, and writes it into a new one under the same sequences. Every
 * exchange is held against its seal, so that nothing gets through whose bytes were changed by the damage. What is lost is on
 * record in the new chain as a removal, so that it stays to be seen. The damaged file is only read. Throws where not even
 * its schema can be read.
 */
export function salvageHistory(damagedPath: string, newPath: string, now: Date): Salvage {
  const damaged = new DatabaseSync(damagedPath, { readOnly: true });
  const target = new DatabaseSync(newPath);
  try {
    const source = createSource(damaged);
    const migrated = migrate(target, migrations);
    if (!migrated.ok) throw new Error(migrated.error.message);
    return writeAll(source, target, now);
  } finally {
    damaged.close();
    target.close();
  }
}

type Entry =
  | { readonly kind: "exchange"; readonly row: Row; readonly content: Uint8Array; readonly seal: Uint8Array }
  /** Removed earlier: the hash of what it was. */
  | { readonly kind: "removed"; readonly content: Uint8Array }
  /** The record of an earlier removal. */
  | { readonly kind: "removal"; readonly seal: Uint8Array }
  | { readonly kind: "nothing" };

type Source = {
  /** The last sequence; null where the damage hides it. */
  last(): number | null;
  entry(sequence: number): Entry;
  annotation(sequence: number): Row | null;
};

/** Each look is one of its own: one that meets a damaged page says nothing about the others. */
function createSource(database: DatabaseSync): Source {
  const columns = SEALED_COLUMNS.map((name) => `exchange.${name} AS ${name}`).join(", ");
  const exchange = database.prepare(
    `SELECT ${columns}, seal, request, response FROM exchange JOIN exchange_body USING (sequence) WHERE sequence = ?`,
  );
  const removed = database.prepare("SELECT content FROM removed WHERE sequence = ?");
  const removal = database.prepare("SELECT seal FROM removal WHERE sequence = ?");
  const annotation = database.prepare("SELECT * FROM annotation WHERE sequence = ?");
  const chain = database.prepare("SELECT sequence FROM chain");
  return {
    last() {
      const sequence = tryTo(() => chain.get())?.["sequence"];
      return typeof sequence === "number" ? sequence : null;
    },
    annotation: (sequence) => tryTo(() => annotation.get(sequence)) ?? null,
    entry(sequence) {
      const row = tryTo(() => exchange.get(sequence));
      const sound = row === undefined ? undefined : tryTo(() => soundExchange(row));
      if (sound !== undefined) return sound;
      const content = tryTo(() => removed.get(sequence))?.["content"];
      if (content instanceof Uint8Array) return { kind: "removed", content };
      const seal = tryTo(() => removal.get(sequence))?.["seal"];
      return seal instanceof Uint8Array ? { kind: "removal", seal } : { kind: "nothing" };
    },
  };
}

function tryTo<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Throws where the row is none that the console wrote. */
function soundExchange(row: Row): Entry {
  const seal = row["seal"];
  toExchange(row);
  if (!(seal instanceof Uint8Array)) throw new Error("It has no seal.");
  const values = SEALED_COLUMNS.map((name) => row[name] ?? null);
  const content = hashContent(values, row["request"] ?? null, row["response"] ?? null);
  return { kind: "exchange", row, seal, content };
}

function writeAll(source: Source, database: DatabaseSync, now: Date): Salvage {
  const target = createTarget(database);
  const last = source.last();
  let sequence = 0;
  let found = 0;
  const isEnd = (): boolean => (last === null ? sequence - found > LARGEST_GAP : sequence >= last);
  const takeStep = (): void => {
    for (let count = 0; count < STEP && !isEnd(); count += 1) {
      sequence += 1;
      const entry = source.entry(sequence);
      if (entry.kind !== "nothing") found = sequence;
      // Past the end nothing is lost, and where the end is may only come out later.
      if (last !== null || entry.kind !== "nothing")
        target.take(sequence, entry, source.annotation(sequence));
    }
  };
  while (!isEnd()) inTransaction(database, takeStep);
  return inTransaction(database, () => target.end(last ?? found, now));
}

/** The statements that write the new history. */
function createStatements(database: DatabaseSync) {
  const columns = ["sequence", "seal", ...SEALED_COLUMNS];
  const addExchange = database.prepare(
    `INSERT INTO exchange (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const addBodies = database.prepare("INSERT INTO exchange_body VALUES (?, ?, ?)");
  const addRemoved = database.prepare("INSERT INTO removed VALUES (?, ?, ?)");
  const addRemoval = database.prepare("INSERT INTO removal VALUES (?, ?, ?, ?, ?, ?)");
  const addAnnotation = database.prepare("INSERT INTO annotation VALUES (?, ?, ?, ?, ?, 1)");
  const moveHead = database.prepare("UPDATE chain SET sequence = ?, seal = ?");
  return {
    save(sequence: number, seal: Uint8Array, row: Row, annotation: Row | null): void {
      addExchange.run(sequence, seal, ...SEALED_COLUMNS.map((name) => row[name] ?? null));
      addBodies.run(sequence, row["request"] ?? "", row["response"] ?? null);
      if (annotation === null) return;
      const { note, tags, pinned, changed_at: changedAt } = annotation;
      addAnnotation.run(sequence, note ?? "", tags ?? "[]", pinned ?? 0, changedAt ?? "");
    },
    /** `seal` makes the seal of the removal from its content. */
    record(
      sequence: number,
      gone: readonly Gone[],
      reason: string,
      at: string,
      seal: (content: Uint8Array) => Uint8Array,
    ): void {
      const list = createListHash();
      for (const { sequence: one, content } of gone) {
        list.add(one, content);
        addRemoved.run(one, sequence, content);
      }
      const listHash = list.end();
      const content = hashRemoval(at, reason, gone.length, listHash);
      addRemoval.run(sequence, at, reason, gone.length, listHash, seal(content));
    },
    moveHead: (sequence: number, seal: Uint8Array) => void moveHead.run(sequence, seal),
  };
}

function createTarget(database: DatabaseSync) {
  const statements = createStatements(database);
  const lost: Gone[] = [];
  const spans = createSpans();
  const removedBefore: Gone[] = [];
  let seal = NO_SEAL;
  let next = 1;
  /** The seal of the entry before in the damaged file; null where it is not known. */
  let before: Uint8Array | null = NO_SEAL;
  let saved = 0;
  let unchecked = 0;

  function add(sequence: number, content: Uint8Array): Uint8Array {
    seal = sealEntry(seal, sequence, content);
    next = sequence + 1;
    return seal;
  }
  function lose(sequence: number, into: Gone[], content: Uint8Array = UNKNOWN_CONTENT): void {
    into.push({ sequence, content });
    if (into === lost) spans.lose(sequence);
    add(sequence, content);
  }
  function loseUpTo(sequence: number): void {
    for (let one = next; one <= sequence; one += 1) lose(one, lost);
  }
  function record(gone: readonly Gone[], reason: string, now: Date): void {
    const sequence = next;
    if (gone.length === 0) return;
    statements.record(sequence, gone, reason, now.toISOString(), (content) => add(sequence, content));
  }

  return {
    take(sequence: number, entry: Entry, annotation: Row | null): void {
      if (next < sequence) before = null;
      loseUpTo(sequence - 1);
      if (entry.kind === "exchange") {
        const isSound =
          before === null || Buffer.compare(sealEntry(before, sequence, entry.content), entry.seal) === 0;
        if (isSound && before === null) unchecked += 1;
        if (isSound) statements.save(sequence, add(sequence, entry.content), entry.row, annotation);
        if (isSound) spans.save(String(entry.row["sent_at"]));
        if (isSound) saved += 1;
        else lose(sequence, lost);
        before = entry.seal;
      } else if (entry.kind === "removed") {
        lose(sequence, removedBefore, entry.content);
        before = before === null ? null : sealEntry(before, sequence, entry.content);
      } else {
        lose(sequence, entry.kind === "removal" ? removedBefore : lost);
        before = entry.kind === "removal" ? entry.seal : null;
      }
    },
    end(last: number, now: Date): Salvage {
      loseUpTo(last);
      record(removedBefore, "Removed before the history was damaged", now);
      record(lost, "Lost: the file was damaged", now);
      statements.moveHead(next - 1, seal);
      return { saved, unchecked, lost: lost.length, spans: spans.list() };
    },
  };
}

/** Gathers what is lost, in the order of the file. */
function createSpans() {
  const spans: LostSpan[] = [];
  let savedAt: string | null = null;
  let isOpen = false;
  return {
    lose(sequence: number): void {
      const last = spans.at(-1);
      if (isOpen && last?.until === sequence - 1) spans[spans.length - 1] = { ...last, until: sequence };
      else spans.push({ from: sequence, until: sequence, after: savedAt, before: null });
      isOpen = true;
    },
    save(sentAt: string): void {
      for (let index = spans.length - 1; index >= 0; index -= 1) {
        const span = spans[index];
        if (span === undefined || span.before !== null) break;
        spans[index] = { ...span, before: sentAt };
      }
      savedAt = sentAt;
      isOpen = false;
    },
    list: (): readonly LostSpan[] => spans,
  };
}

/** An entry of the damaged file that is no exchange of the new one. */
type Gone = { readonly sequence: number; readonly content: Uint8Array };
