import type { CatalogDocument } from "./document.ts";
import type { ColumnId } from "./columns.ts";
import type { EventField } from "./event-fields.ts";
import type { StoredCatalog } from "../domain/catalog.ts";
import type { VersionOrigin } from "../domain/catalog-version.ts";

/** Where in the document something was done, so that undo shows it. */
export type EditPlace = {
  readonly row: number | null;
  readonly parameter?: number;
  readonly column?: ColumnId;
  /** A field of the event itself. */
  readonly field?: EventField;
};

/** One step: the document it led away from, what it was in words ("Delete 2 events"), and where. */
type Step = Pick<Edit, "document" | "label" | "place" | "origin" | "base">;

/** A document and how it came to be. One history for everything in it. */
export type EditHistory = {
  readonly document: CatalogDocument;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** Edits of one group that follow each other, as typing in one field does, are one step. */
  readonly group: string | null;
};

export type Edit = {
  readonly document: CatalogDocument;
  readonly label: string;
  readonly place: EditPlace;
  readonly group?: string;
  /** Where it came from, if a version with it is to say so. */
  readonly origin?: VersionOrigin;
  /** The version that what came before it started from, where it goes on from another one. */
  readonly base?: StoredCatalog;
};

/** What was taken back or done again, for saying and showing it; null where there was nothing to. */
export type Stepped = {
  readonly history: EditHistory;
  readonly label: string;
  readonly place: EditPlace;
  /** The version to go on from, where the step led from one to another. */
  readonly base: StoredCatalog | undefined;
} | null;

/** Steps share what they have in common, so many cost little. */
const MOST_STEPS = 1_000;

export function startHistory(document: CatalogDocument): EditHistory {
  return { document, past: [], future: [], group: null };
}

/** The history with one edit more; the same one where the edit changes nothing. */
export function applyEdit(history: EditHistory, edit: Edit): EditHistory {
  if (edit.document === history.document) return history;
  const group = edit.group ?? null;
  const isSameStep = group !== null && group === history.group;
  const { document: _after, group: _group, ...about } = edit;
  const step = { ...about, document: history.document };
  const past = isSameStep ? history.past : [...history.past.slice(1 - MOST_STEPS), step];
  return { document: edit.document, past, future: [], group };
}

/**
 * Where the document has come from since it held this catalog: the origin of the last step that has one. undefined where none
 * has, or none of the steps started from it.
 */
export function originSince(
  { past }: EditHistory,
  base: CatalogDocument["catalog"],
): VersionOrigin | undefined {
  const start = past.findLastIndex(({ document }) => document.catalog === base);
  return start === -1 ? undefined : past.slice(start).findLast(({ origin }) => origin !== undefined)?.origin;
}

/** Ends a group: what follows is a step of its own, in the same field as well. */
export function endGroup(history: EditHistory): EditHistory {
  return history.group === null ? history : { ...history, group: null };
}

/** `base` is the version that the document starts from now; a step between two versions leads back to it. */
export function undo(history: EditHistory, base?: StoredCatalog): Stepped {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  const undone = turned(step, history.document, base);
  return {
    history: {
      document: step.document,
      past: history.past.slice(0, -1),
      future: [undone, ...history.future],
      group: null,
    },
    label: step.label,
    place: step.place,
    base: step.base,
  };
}

export function redo(history: EditHistory, base?: StoredCatalog): Stepped {
  const step = history.future[0];
  if (step === undefined) return null;
  const done = turned(step, history.document, base);
  return {
    history: {
      document: step.document,
      past: [...history.past, done],
      future: history.future.slice(1),
      group: null,
    },
    label: step.label,
    place: step.place,
    base: step.base,
  };
}

/** The step in the other direction. */
function turned(step: Step, document: CatalogDocument, base: StoredCatalog | undefined): Step {
  return step.base === undefined || base === undefined ? { ...step, document } : { ...step, document, base };
}
