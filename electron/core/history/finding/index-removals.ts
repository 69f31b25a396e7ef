import type { DatabaseSync } from "node:sqlite";

/** How far the index is with removals, each the sequence of one; 0 is none. */
export type RemovalMarks = {
  /** The last whose texts were struck out. */
  takenOut(): number;
  setTakenOut(removal: number): void;
  /** The last that left no trace. */
  cleaned(): number;
  setCleaned(removal: number): void;
};

export function createRemovalMarks(database: DatabaseSync): RemovalMarks {
  const read = database.prepare("SELECT value FROM about WHERE name = ?");
  const write = database.prepare("INSERT OR REPLACE INTO about VALUES (?, ?)");
  const mark = (name: string) => ({
    get: (): number => Number(read.get(name)?.["value"] ?? 0),
    set: (removal: number): void => void write.run(name, String(removal)),
  });
  const takenOut = mark("removals taken out");
  const cleaned = mark("removals cleaned up");
  return {
    takenOut: takenOut.get,
    setTakenOut: takenOut.set,
    cleaned: cleaned.get,
    setCleaned: cleaned.set,
  };
}

/** Takes some ten milliseconds. */
const PAGES_AT_ONCE = 50;

/**
 * Rewrites the index without what was only struck out, a step at each call. False where nothing of it is left in the file.
 */
export function createCleaner(database: DatabaseSync, removals: RemovalMarks): () => boolean {
  const merge = database.prepare("INSERT INTO text (text, rank) VALUES ('merge', ?)");
  const changes = database.prepare("SELECT total_changes() AS count");
  const countChanges = (): number => Number(changes.get()?.["count"]);
  /** The removal that the rewriting now under way will have cleaned up. */
  let aim = 0;
  return () => {
    const wanted = removals.takenOut();
    if (removals.cleaned() >= wanted) return false;
    const before = countChanges();
    // A negative number begins to rewrite everything, a positive one goes on with it. See "merge" in SQLite's FTS5 document.
    merge.run(aim === wanted ? PAGES_AT_ONCE : -PAGES_AT_ONCE);
    aim = wanted;
    if (countChanges() - before >= 2) return true;
    removals.setCleaned(wanted);
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return false;
  };
}
