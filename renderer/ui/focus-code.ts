import { EditorView } from "@codemirror/view";

/** Puts the keyboard into the editor in an element, at its caret. Answers whether there is one that takes it. */
export function focusCode(within: Element | null): boolean {
  const editor = within?.querySelector<HTMLElement>(".cm-editor") ?? null;
  const view = editor === null ? null : EditorView.findFromDOM(editor);
  view?.focus();
  return view?.hasFocus ?? false;
}
