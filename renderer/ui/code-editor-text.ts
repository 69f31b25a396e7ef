import { Annotation, type EditorState, type TransactionSpec } from "@codemirror/state";
import { changesBetween } from "./text-change.ts";

/** A text that is held elsewhere, and changed there too. */
export type TextSource = {
  readonly get: () => string;
  /** Calls back after every change, whoever made it. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Carried by changes that come from outside, so that they are not reported back. */
export const fromOutside = Annotation.define<boolean>();

/**
 * What makes the text outside the editor's own: the smallest changes, so that caret, selection, folds and marks stay where
 * they are. null where it is already. `isWatched`: the keyboard is in the editor, so that it goes to where something changed.
 */
export function follow(state: EditorState, text: string, isWatched: boolean): TransactionSpec | null {
  const changes = changesBetween(state.sliceDoc(), text);
  const [only] = changes;
  if (only === undefined) return null;
  const isMoved = isWatched && changes.length === 1;
  return {
    changes: [...changes],
    annotations: fromOutside.of(true),
    ...(isMoved ? { selection: { anchor: only.from + only.insert.length }, scrollIntoView: true } : {}),
  };
}
