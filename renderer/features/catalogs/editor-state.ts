import type { Catalog, StoredCatalog } from "../../../shared/domain/catalog.ts";
import { eventAt, openDocument } from "../../../shared/catalog-edit/document.ts";
import { mergeEdits } from "../../../shared/catalog-edit/merge-edits.ts";
import { replaceCatalog } from "../../../shared/catalog-edit/replace-catalog.ts";
import {
  applyEdit,
  endGroup,
  redo,
  startHistory,
  undo,
  type Edit,
  type EditHistory,
  type EditPlace,
} from "../../../shared/catalog-edit/history.ts";

/** A place that is to be shown; another object each time, so that the same place can be shown again. */
export type Shown = { readonly place: EditPlace };

/** A catalog being edited: what is saved of it, and what has been made of that since. */
export type EditorState = {
  readonly id: string;
  /** The version that the edits started from. */
  readonly base: StoredCatalog;
  readonly history: EditHistory;
  /** A version newer than `base`: saved elsewhere while there were edits here, or gone back from by undo. null where there is none. */
  readonly newer: StoredCatalog | null;
  /** The event whose page is shown. */
  readonly openedRow: number | null;
  readonly shown: Shown | null;
};

export function openEditor(stored: StoredCatalog): EditorState {
  const document = openDocument(stored.catalog);
  return {
    id: stored.id,
    base: stored,
    history: startHistory(document),
    newer: null,
    openedRow: document.rows[0] ?? null,
    shown: null,
  };
}

/** The newest version that is known. */
export function newestOf({ newer, base }: EditorState): StoredCatalog {
  return newer ?? base;
}

export function isChanged(state: EditorState): boolean {
  return state.history.document.catalog !== state.base.catalog;
}

/** Edits that were kept when the window closed become one step, which undo takes back. */
export function withKeptEdits(state: EditorState, catalog: Catalog): EditorState {
  const document = replaceCatalog(state.history.document, catalog);
  const history = applyEdit(state.history, { document, label: KEPT_EDITS, place: { row: null } });
  return { ...state, history, openedRow: document.rows[0] ?? null };
}

const KEPT_EDITS = "Unsaved changes of last time";

export function edited(state: EditorState, edit: Edit): EditorState {
  const history = applyEdit(state.history, edit);
  return history === state.history
    ? state
    : { ...state, history, openedRow: rowStillThere(state, history, edit.place.row) };
}

export function leftField(state: EditorState): EditorState {
  const history = endGroup(state.history);
  return history === state.history ? state : { ...state, history };
}

/**
 * Undo or redo, with where it was; null where there is nothing to. A step between two versions is one between their bases too:
 * what comes before it is never saved over the newer one without being asked.
 */
export function stepped(
  state: EditorState,
  direction: "undo" | "redo",
): { readonly state: EditorState; readonly label: string } | null {
  const turn = direction === "undo" ? undo : redo;
  const step = turn(state.history, state.base);
  if (step === null) return null;
  const { history, label, place } = step;
  const base = step.base ?? state.base;
  const newest = newestOf(state);
  const newer = newest.version > base.version ? newest : null;
  const row = rowStillThere(state, history, place.row);
  return {
    state: { ...state, base, newer, history, openedRow: row, shown: { place: { ...place, row } } },
    label,
  };
}

/** What was written to the workspace is the base now; edits made while it was being written stay edits. */
export function saved(state: EditorState, stored: StoredCatalog): EditorState {
  return { ...state, base: stored, newer: null };
}

/**
 * The catalog as the workspace has it now. Without edits it is taken over, and the event that was open stays so; with edits
 * it waits for the user to say what becomes of them.
 */
export function heard(state: EditorState, stored: StoredCatalog): EditorState {
  if (stored.version <= newestOf(state).version) return state;
  if (isChanged(state)) return { ...state, newer: stored };
  return taken(state, stored);
}

/** Goes on from this version and forgets the edits, which undo still has. */
export function taken(state: EditorState, stored: StoredCatalog): EditorState {
  const key = eventAt(state.history.document, state.openedRow)?.key;
  const document = replaceCatalog(state.history.document, stored.catalog);
  const place = stored.catalog.events.findIndex((event) => event.key === key);
  const openedRow = document.rows[Math.max(place, 0)] ?? null;
  const label = `Take version ${stored.version}`;
  const history = applyEdit(state.history, {
    document,
    label,
    place: { row: openedRow },
    base: state.base,
  });
  return { ...state, base: stored, newer: null, history, openedRow, shown: null };
}

/** Goes on from this version with the edits in it; where both changed the same, as the edits have it. */
export function keptBeside(state: EditorState, stored: StoredCatalog): EditorState {
  const { catalog } = mergeEdits(state.base.catalog, state.history.document.catalog, stored.catalog);
  const document = replaceCatalog(state.history.document, catalog);
  const label = `Put the changes into version ${stored.version}`;
  const history = applyEdit(state.history, { document, label, place: { row: null }, base: state.base });
  const openedRow = rowStillThere(state, history, null);
  return { ...state, base: stored, newer: null, history, openedRow };
}

/** The row that is asked for, else the one that was open, else the first, as far as they are there. */
function rowStillThere(state: EditorState, history: EditHistory, wanted: number | null): number | null {
  const { rows } = history.document;
  return [wanted, state.openedRow].find((row) => row !== null && rows.includes(row)) ?? rows[0] ?? null;
}
