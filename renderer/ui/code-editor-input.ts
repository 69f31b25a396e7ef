import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/**
 * Writes what is typed into the text itself. Left to it, the browser changes the lines first, which are then drawn anew: in a
 * line of many brackets it copies their looks into inline styles, which the page's policy refuses with an error each, and the
 * more brackets there are the longer each key takes.
 */
export function typingExtension(): Extension {
  return EditorView.domEventHandlers({ beforeinput: write });
}

function write(event: InputEvent, view: EditorView): boolean {
  const text = event.data;
  if (event.inputType !== "insertText" || text === null || event.isComposing || view.composing) return false;
  if (view.state.readOnly || !isAtSelection(event, view)) return false;
  const { from, to } = view.state.selection.main;
  const insert = () =>
    view.state.update(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
  const isTaken = view.state
    .facet(EditorView.inputHandler)
    .some((handler) => handler(view, from, to, text, insert));
  if (!isTaken) view.dispatch(insert());
  event.preventDefault();
  return true;
}

/** What replaces something else, such as an accent that is chosen for the letter before, is left to the browser. */
function isAtSelection(event: InputEvent, view: EditorView): boolean {
  const selection = document.getSelection();
  const range =
    event.getTargetRanges()[0] ?? (selection?.rangeCount === 1 ? selection.getRangeAt(0) : undefined);
  if (range === undefined || !view.contentDOM.contains(range.startContainer)) return false;
  const { from, to } = view.state.selection.main;
  return (
    view.posAtDOM(range.startContainer, range.startOffset) === from &&
    view.posAtDOM(range.endContainer, range.endOffset) === to
  );
}
