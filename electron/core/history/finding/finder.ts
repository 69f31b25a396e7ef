import type { DatabaseSync } from "node:sqlite";
import type { ExchangeSummary } from "../../../../shared/domain/exchange.ts";
import { toSummary, SUMMARY_COLUMNS } from "../exchange-row.ts";
import { createBeside } from "./beside.ts";
import { createColumns, type Columns } from "./columns.ts";
import { FLAG, MOST_INDEXED, readFacts } from "./facts.ts";
import { indexPathOf, openIndexDatabase, type IndexDatabase, type IndexedText } from "./index-database.ts";
import { packSegment, SEGMENT_LENGTH, unpackSegment } from "./segment.ts";
import { createRarest, createTexts, RAREST_SAMPLE, type Texts } from "./texts.ts";
import type { Stop } from "./engine.ts";
import type { WalkContext } from "./walk.ts";

/** What is known of history for finding: columns of facts, notes, and the index of texts. */
export type Finder = {
  /** Takes in what was recorded, removed and noted since. */
  catchUp(): void;
  context(stop: Stop): WalkContext;
  /** null where the exchange was removed this very moment. */
  summary(sequence: number): ExchangeSummary | null;
  /** Takes the next stretch into the index; false where there is none, or another process is at it. */
  improve(): boolean;
  close(): void;
};

const MOST_MEMORIES = 12;
/** Ten pages of the list, which asks for its newest page anew whenever something was sent. */
const MOST_SUMMARIES = 1_000;

export function openFinder(evidence: DatabaseSync, historyPath: string): Finder {
  const indexPath = indexPathOf(historyPath);
  const index = openIndexDatabase(indexPath, identityOf(evidence));
  const columns = loadColumns(index);
  const beside = createBeside(evidence);
  const texts = createTexts(evidence);
  const summaries = createSummaryReader(evidence);
  const rarest = createRarest(texts, () =>
    Array.from(columns.of.sequence.subarray(Math.max(0, columns.length() - RAREST_SAMPLE), columns.length())),
  );
  const removals = createRemovalsReader(evidence, (removed, newest) => {
    for (const sequence of removed) {
      columns.remove(sequence);
      summaries.forget(sequence);
      beside.forget(sequence);
    }
    rarest.forget();
    index.removeTexts(removed, newest);
  });
  const memories = new Map<string, Map<number, boolean>>();
  const memory = (key: string): Map<number, boolean> => {
    const known = memories.get(key) ?? new Map<number, boolean>();
    memories.delete(key);
    memories.set(key, known);
    const oldest = memories.keys().next().value;
    if (memories.size > MOST_MEMORIES && oldest !== undefined) memories.delete(oldest);
    return known;
  };
  return {
    catchUp() {
      const last = columns.of.sequence[columns.length() - 1] ?? 0;
      for (const facts of readFacts(evidence, columns.length() === 0 ? 0 : last)) columns.add(facts);
      beside.refresh();
      removals.take();
    },
    context: (stop) => ({
      columns,
      beside,
      texts,
      memory,
      rarest: (trigrams) => rarest.of(trigrams),
      index,
      checkpoint: stop,
    }),
    summary(sequence) {
      const summary = summaries.of(sequence);
      if (summary === null) return null;
      const annotation = beside.of(sequence);
      const { pinned = false, tags = [], note = "" } = annotation ?? {};
      return { ...summary, pinned, tags, hasNote: note !== "" };
    },
    improve: () => addNextSegment(columns, index, texts, removals.newest()) || index.cleanUp(),
    close: () => index.close(),
  };
}

type SummaryReader = {
  of(sequence: number): ExchangeSummary | null;
  forget(sequence: number): void;
};

/** Remembers the last ones read: evidence never changes. */
function createSummaryReader(evidence: DatabaseSync): SummaryReader {
  const read = evidence.prepare(`SELECT ${SUMMARY_COLUMNS} FROM exchange WHERE sequence = ?`);
  const known = new Map<number, ExchangeSummary>();
  return {
    forget: (sequence) => void known.delete(sequence),
    of(sequence) {
      const remembered = known.get(sequence);
      if (remembered !== undefined) return remembered;
      const row = read.get(sequence);
      if (row === undefined) return null;
      const summary = toSummary(row);
      known.set(sequence, summary);
      const oldest = known.keys().next().value;
      if (known.size > MOST_SUMMARIES && oldest !== undefined) known.delete(oldest);
      return summary;
    },
  };
}

/** Another file under the same name has another one. */
function identityOf(evidence: DatabaseSync): string {
  const steps = evidence.prepare("SELECT applied_at FROM migration ORDER BY number").all();
  return steps.map((row) => String(row["applied_at"])).join(" ");
}

function loadColumns(index: IndexDatabase): Columns {
  const columns = createColumns();
  for (const segment of index.segments()) unpackSegment(columns, segment);
  return columns;
}

/** Hands on what was removed since, so that nothing of it is kept but its place in the columns, marked. */
function createRemovalsReader(
  evidence: DatabaseSync,
  take: (removed: readonly number[], newest: number) => void,
) {
  const newer = evidence.prepare("SELECT sequence FROM removed WHERE removal > ?");
  const newest = evidence.prepare("SELECT max(sequence) AS sequence FROM removal");
  let seen = 0;
  return {
    /** The last removal that was handed on. */
    newest: () => seen,
    take(): void {
      const last = Number(newest.get()?.["sequence"] ?? 0);
      if (last === seen) return;
      take(
        newer.all(seen).map((row) => Number(row["sequence"])),
        last,
      );
      seen = last;
    },
  };
}

function addNextSegment(columns: Columns, index: IndexDatabase, texts: Texts, removal: number): boolean {
  const after = index.upTo();
  const from = columns.countUpTo(after);
  if (columns.length() - from < SEGMENT_LENGTH) return false;
  const added: IndexedText[] = [];
  for (let at = from; at < from + SEGMENT_LENGTH; at += 1) {
    const sequence = columns.of.sequence[at] ?? 0;
    const isRemoved = ((columns.of.flags[at] ?? 0) & FLAG.removed) !== 0;
    if (!isRemoved) added.push({ sequence, text: texts.searched(sequence).slice(0, MOST_INDEXED) });
  }
  const last = columns.of.sequence[from + SEGMENT_LENGTH - 1] ?? 0;
  return index.addSegment(packSegment(columns, from), after, last, added, removal);
}
