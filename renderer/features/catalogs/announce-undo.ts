import { showToast } from "../../ui/toast.tsx";
import type { EditorActions } from "./use-catalog-editor.ts";

/** Says what was done and offers to take that step back, which is known by its label. */
export function announceUndo(title: string, label: string, actions: Pick<EditorActions, "takeBack">): void {
  const onPress = () => {
    if (actions.takeBack(label) !== null) return;
    showToast({
      tone: "failed",
      title: "Nothing was taken back",
      text: "Other things were done since. Undo takes them back one by one.",
    });
  };
  showToast({ tone: "done", title, action: { label: "Undo", onPress } });
}
