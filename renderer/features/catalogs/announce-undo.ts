import { showToast } from "../../ui/toast.tsx";
import type { EditorActions } from "./use-catalog-editor.ts";

/** Says what was done and offers to take it back. */
export function announceUndo(title: string, actions: Pick<EditorActions, "undo">): void {
  showToast({ tone: "done", title, action: { label: "Undo", onPress: () => void actions.undo() } });
}
