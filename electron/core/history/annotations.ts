import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { z } from "zod";
import { annotationSchema, type Annotation } from "../../../shared/domain/history.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import type { StepControl } from "./step-control.ts";
import { inTransaction } from "./transaction.ts";

/** What is to change; what is absent stays. */
export type AnnotationChange = {
  readonly note?: string | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
  readonly pinned?: boolean | undefined;
};

/** Notes, tags and pins, beside the record and no part of the evidence. */
export type Annotations = {
  /** The sequences of pinned exchanges. */
  pinned(): ReadonlySet<number>;
  /** An exchange without any has an empty one. Code: `history.not-found`. */
  get(id: string): Result<Annotation>;
  /** On all of them or on none. Codes: `history.not-found`, `history.not-written`. */
  change(ids: readonly string[], change: AnnotationChange, now: Date): Result<{ readonly changed: number }>;
  /**
   * By sequence and in steps, each whole, so that sending goes on in between; sequences that are not there are passed over.
   * Code: `history.not-written`; earlier steps stand then.
   */
  changeMany(
    sequences: readonly number[],
    change: AnnotationChange,
    now: Date,
    control: StepControl,
  ): Promise<Result<{ readonly changed: number }>>;
};

const EMPTY: Annotation = { note: "", tags: [], pinned: false, changedAt: null };

export function createAnnotations(database: DatabaseSync): Annotations {
  const sequenceOf = database.prepare("SELECT sequence FROM exchange WHERE id = ?");
  const exists = database.prepare("SELECT 1 FROM exchange WHERE sequence = ?");
  const read = database.prepare("SELECT * FROM annotation WHERE sequence = ?");
  const newest = database.prepare("SELECT max(revision) AS revision FROM annotation");
  const write = database.prepare("INSERT OR REPLACE INTO annotation VALUES (?, ?, ?, ?, ?, ?)");
  const find = (id: string): number | null => {
    const sequence = sequenceOf.get(id)?.["sequence"];
    return typeof sequence === "number" ? sequence : null;
  };
  const changeAll = (sequences: readonly number[], change: AnnotationChange, now: Date): void => {
    const revision = Number(newest.get()?.["revision"] ?? 0) + 1;
    for (const sequence of sequences) {
      const next = changed(toAnnotation(read.get(sequence)), change);
      const tags = JSON.stringify(next.tags);
      write.run(sequence, next.note, tags, next.pinned ? 1 : 0, now.toISOString(), revision);
    }
  };
  const allPinned = database.prepare("SELECT sequence FROM annotation WHERE pinned = 1");
  return {
    pinned: () => new Set(allPinned.all().map((row) => Number(row["sequence"]))),
    get(id) {
      const sequence = find(id);
      return sequence === null ? notFound([id]) : success(toAnnotation(read.get(sequence)));
    },
    change(ids, change, now) {
      const unique = [...new Set(ids)];
      const sequences = unique.map(find).filter((sequence) => sequence !== null);
      if (sequences.length < unique.length) return notFound(unique.filter((id) => find(id) === null));
      try {
        inTransaction(database, () => changeAll(sequences, change, now));
        return success({ changed: sequences.length });
      } catch (error) {
        return notWritten(error, "Nothing was changed.");
      }
    },
    async changeMany(sequences, change, now, control) {
      let done = 0;
      try {
        for (let from = 0; from < sequences.length && !control.signal.aborted; from += STEP) {
          const step = sequences.slice(from, from + STEP).filter((one) => exists.get(one) !== undefined);
          inTransaction(database, () => changeAll(step, change, now));
          done += step.length;
          control.onStep(done);
          await new Promise((resolve) => setImmediate(resolve));
        }
        return success({ changed: done });
      } catch (error) {
        return notWritten(error, `${done} were changed before.`);
      }
    },
  };
}

/** Takes some milliseconds, for which nothing else can be written. */
const STEP = 500;

function notWritten(error: unknown, whatStands: string): Result<never> {
  return failure(
    "history.not-written",
    `Notes, tags and pins could not be written, because ${describeSystemError(error)}. ${whatStands}`,
  );
}

function notFound(ids: readonly string[]): Result<never> {
  return failure("history.not-found", "This exchange is not in the history of this workspace.", {
    ids: ids.slice(0, 10),
  });
}

function changed(annotation: Annotation, change: AnnotationChange): Annotation {
  const gone = new Set((change.removeTags ?? []).map((tag) => tag.toLowerCase()));
  const kept = annotation.tags.filter((tag) => !gone.has(tag.toLowerCase()));
  const known = new Set(kept.map((tag) => tag.toLowerCase()));
  const added = (change.addTags ?? []).filter((tag) => {
    const isNew = !known.has(tag.toLowerCase());
    known.add(tag.toLowerCase());
    return isNew;
  });
  return {
    ...annotation,
    note: change.note ?? annotation.note,
    tags: [...kept, ...added],
    pinned: change.pinned ?? annotation.pinned,
  };
}

const tagsSchema = z.array(z.string());

/** The annotation of a row of `annotation`; the empty one where there is none. */
export function toAnnotation(row: Readonly<Record<string, SQLOutputValue>> | undefined): Annotation {
  if (row === undefined) return EMPTY;
  return annotationSchema.parse({
    note: row["note"],
    tags: tagsSchema.parse(JSON.parse(String(row["tags"]))),
    pinned: row["pinned"] === 1,
    changedAt: row["changed_at"],
  });
}
