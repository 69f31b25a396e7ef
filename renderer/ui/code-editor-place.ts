import type { EditorSelection, StateEffect } from "@codemirror/state";
import type { EditorView, EditorViewConfig } from "@codemirror/view";

/** Where somebody was in a text: the selection, and what was in view. It belongs to the text as it was then. */
export type CodePlace = {
  readonly text: string;
  readonly selection: EditorSelection;
  readonly scroll: StateEffect<unknown>;
};

/** Keeps the place of a text while no editor shows it. */
export type PlaceKeeper = {
  readonly get: () => CodePlace | null;
  readonly set: (place: CodePlace) => void;
};

/** To be asked while the editor is on the screen: elsewhere nothing is scrolled. */
export function placeIn(view: EditorView): CodePlace {
  const { state } = view;
  return { text: state.sliceDoc(), selection: state.selection, scroll: view.scrollSnapshot() };
}

/**
 * What an editor starts with to be at a place. Its text is the one of then: whoever goes on to the text of now by the smallest
 * changes takes the selection along.
 */
export function startingAt(place: CodePlace): Pick<EditorViewConfig, "doc" | "selection" | "scrollTo"> {
  return { doc: place.text, selection: place.selection, scrollTo: place.scroll };
}
