import type { DatabaseSync } from "node:sqlite";
import type { Annotation } from "../../../../shared/domain/history.ts";
import { toAnnotation } from "../annotations.ts";

/** The notes, tags and pins of all exchanges that have any, by sequence; as of the last `refresh`. */
export type Beside = {
  of(sequence: number): Annotation | undefined;
  /** Reads what has changed. True where something has. */
  refresh(): boolean;
  /** Drops what is known of an exchange that was removed. */
  forget(sequence: number): void;
  sequences(): Iterable<number>;
};

export function createBeside(database: DatabaseSync): Beside {
  const bySequence = new Map<number, Annotation>();
  const newer = database.prepare("SELECT * FROM annotation WHERE revision > ?");
  let revision = 0;
  return {
    of: (sequence) => bySequence.get(sequence),
    forget: (sequence) => void bySequence.delete(sequence),
    sequences: () => bySequence.keys(),
    refresh() {
      const before = revision;
      for (const row of newer.all(revision)) {
        bySequence.set(Number(row["sequence"]), toAnnotation(row));
        revision = Math.max(revision, Number(row["revision"]));
      }
      return revision > before;
    },
  };
}
