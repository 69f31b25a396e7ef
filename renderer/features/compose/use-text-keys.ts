import type { RefObject } from "react";
import { useActions, type ActionHandler } from "../../app/actions-context.tsx";
import type { CodeEditorHandle, EditorCommand } from "../../ui/code-editor.tsx";

/** What is done with the draft's text: by key while the keyboard is in its editor, from the palette whenever it is shown. */
export function useTextKeys(editor: RefObject<CodeEditorHandle | null>, onFormat: () => void): void {
  const here =
    (act: (shown: CodeEditorHandle) => void): ActionHandler =>
    (event) => {
      const shown = editor.current;
      if (shown === null || (event !== null && shown.caret() === null)) return false;
      act(shown);
      return true;
    };
  const run = (command: EditorCommand) => here((shown) => shown.run(command));
  useActions({
    "text.complete": run("complete"),
    "text.find": run("find"),
    "text.fold": run("fold"),
    "text.unfold": run("unfold"),
    "text.fold-all": run("fold-all"),
    "text.unfold-all": run("unfold-all"),
    "text.format": here(onFormat),
  });
}
