import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";

/** A short remark shown behind a place in the text, which is no part of it. */
export type CodeNote = { readonly at: number; readonly text: string };

/** Replaces all notes. */
export const setNotes = StateEffect.define<readonly CodeNote[]>();

export const notesField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(notes, transaction) {
    const effect = transaction.effects.findLast((candidate) => candidate.is(setNotes));
    if (effect === undefined) return notes.map(transaction.changes);
    const ranges = effect.value
      .filter(({ at }) => at <= transaction.newDoc.length)
      .map(({ at, text }) => Decoration.widget({ widget: new NoteWidget(text), side: 1 }).range(at));
    return Decoration.set(ranges, true);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Hidden from assistive technology, which would read it as part of the line; the place of the note says it elsewhere. */
class NoteWidget extends WidgetType {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: NoteWidget): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.className = "code-note";
    element.ariaHidden = "true";
    element.textContent = this.text;
    return element;
  }
}
