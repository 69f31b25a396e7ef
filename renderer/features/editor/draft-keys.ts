import { Prec, type Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";

/** Keys that the editor of a draft has beside those of any editor. */
export function draftKeys(actions: { readonly onFormat: () => void }): Extension {
  const format = () => {
    actions.onFormat();
    return true;
  };
  return Prec.high(keymap.of([{ key: "Shift-Alt-f", run: format, preventDefault: true }]));
}
