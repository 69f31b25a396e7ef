import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { createPrivateFile } from "../../workspace/private-file.ts";
import { isBusy } from "../sqlite-error.ts";
import { inTransaction } from "../transaction.ts";
import { createCleaner, createRemovalMarks } from "./index-removals.ts";
import type { Segment } from "./segment.ts";

/** Text to be found by its trigrams, under the sequence of its exchange. */
export type IndexedText = { readonly sequence: number; readonly text: string };

/**
 * The index beside the evidence, in a file of its own: it can be made again from the evidence at any time, so it is neither
 * synced nor kept when there is anything wrong with it, and making it takes no lock that a send would wait for.
 */
export type IndexDatabase = {
  /** Up to which sequence it goes. */
  upTo(): number;
  segments(): Iterable<Segment>;
  /** False where another process has been faster, also in taking out what was removed after the removal `known` here. */
  addSegment(
    segment: Segment,
    after: number,
    last: number,
    texts: readonly IndexedText[],
    known: number,
  ): boolean;
  /** Takes the texts of removed exchanges out, unless that was done before. `removal` is the newest removal of them. */
  removeTexts(sequences: readonly number[], removal: number): void;
  /**
   * SQLite only strikes removed texts out at first. This rewrites a part of the index without them; false where nothing of
   * them is left in the file.
   */
  cleanUp(): boolean;
  /**
   * The sequences of texts that hold all the trigrams, in order, beginning behind `from`. Not each of them holds the
   * trigrams together.
   */
  search(trigrams: readonly string[], from: number, direction: "ascending" | "descending"): Iterable<number>;
  close(): void;
};

const VERSION = "3";

/** Pages that are not used any more are overwritten: they may have held what was removed. */
const SCHEMA = `
PRAGMA journal_mode = WAL;
PRAGMA secure_delete = ON;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS segment (last INTEGER PRIMARY KEY, numbers BLOB NOT NULL, texts TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE IF NOT EXISTS text
  USING fts5(body, content='', contentless_delete=1, detail=none, tokenize='trigram');`;

/** Opens the index of the evidence of this identity. One of another, or one that cannot be read, is made anew. */
export function openIndexDatabase(path: string, identity: string): IndexDatabase {
  try {
    return open(path, identity);
  } catch (error) {
    if (isBusy(error)) throw error;
    removeIndex(path);
    return open(path, identity);
  }
}

export function indexPathOf(historyPath: string): string {
  return historyPath.replace(/(\.sqlite)?$/, "-index.sqlite");
}

function removeIndex(path: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
}

function open(path: string, identity: string): IndexDatabase {
  createPrivateFile(path);
  const database = new DatabaseSync(path, { timeout: 2000 });
  try {
    database.exec(SCHEMA);
    const about = `${VERSION} ${identity}`;
    database.prepare("INSERT OR IGNORE INTO about VALUES ('of', ?)").run(about);
    const found = database.prepare("SELECT value FROM about WHERE name = 'of'").get()?.["value"];
    if (found !== about) throw new Error("The index belongs to another history.");
    return createIndexDatabase(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function createIndexDatabase(database: DatabaseSync): IndexDatabase {
  const newest = database.prepare("SELECT max(last) AS last FROM segment");
  const addSegment = database.prepare("INSERT INTO segment VALUES (?, ?, ?)");
  const addText = database.prepare("INSERT INTO text (rowid, body) VALUES (?, ?)");
  const removeText = database.prepare("DELETE FROM text WHERE rowid = ?");
  const search = {
    descending: database.prepare(
      "SELECT rowid FROM text WHERE text MATCH ? AND rowid < ? ORDER BY rowid DESC",
    ),
    ascending: database.prepare("SELECT rowid FROM text WHERE text MATCH ? AND rowid > ? ORDER BY rowid"),
  };
  const upTo = (): number => Number(newest.get()?.["last"] ?? 0);
  const removals = createRemovalMarks(database);
  return {
    upTo,
    *segments() {
      for (const row of database.prepare("SELECT numbers, texts FROM segment ORDER BY last").iterate()) {
        const numbers = row["numbers"];
        if (numbers instanceof Uint8Array) yield { numbers, texts: String(row["texts"]) };
      }
    },
    addSegment(segment, after, last, texts, known) {
      return inTransaction(database, () => {
        if (upTo() !== after || removals.takenOut() > known) return false;
        addSegment.run(last, segment.numbers, segment.texts);
        for (const { sequence, text } of texts) addText.run(sequence, text);
        return true;
      });
    },
    removeTexts(sequences, removal) {
      inTransaction(database, () => {
        if (removals.takenOut() >= removal) return;
        const indexed = sequences.filter((sequence) => sequence <= upTo());
        for (const sequence of indexed) removeText.run(sequence);
        const isClean = removals.cleaned() === removals.takenOut();
        removals.setTakenOut(removal);
        if (isClean && indexed.length === 0) removals.setCleaned(removal);
      });
    },
    cleanUp: createCleaner(database, removals),
    *search(trigrams, from, direction) {
      const match = trigrams.map((trigram) => `"${trigram.replaceAll('"', '""')}"`).join(" AND ");
      const bounded = direction === "descending" ? Math.min(from, Number.MAX_SAFE_INTEGER) : from;
      for (const row of search[direction].iterate(match, bounded)) yield Number(row["rowid"]);
    },
    close: () => database.close(),
  };
}
