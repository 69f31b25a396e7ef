import { closeOver, showToast, type Toast } from "../../ui/toast.tsx";
import type { EditorActions } from "./use-catalog-editor.ts";

const STEP = "a step of the catalog";

/** Says what a step did, for as long as the catalog is as it left it. */
export function announceStep(
  toast: Pick<Toast, "title" | "action">,
  { document }: Pick<EditorActions, "document">,
): void {
  const after = document();
  showToast({ tone: "done", ...toast, subject: STEP, isStill: () => document() === after });
}

/** Says which version is the newest now, for as long as it is, and offers to take that back. */
export function announceVersion(
  toast: Pick<Toast, "title" | "action">,
  version: number,
  { newestVersion }: Pick<EditorActions, "newestVersion">,
): void {
  showToast({ tone: "done", ...toast, subject: STEP, isStill: () => (newestVersion() ?? 0) <= version });
}

/** Says what was done and offers to take that step back, which is known by its label. */
export function announceUndo(
  title: string,
  label: string,
  actions: Pick<EditorActions, "takeBack" | "document">,
): void {
  const onPress = () => {
    if (actions.takeBack(label) !== null) return;
    showToast({
      tone: "failed",
      title: "Nothing was taken back",
      text: "Other things were done since. Undo takes them back one by one.",
    });
  };
  announceStep({ title, action: { label: "Undo", onPress } }, actions);
}

/** Takes away what is said of steps: that which is not so any more, or all of it where the catalog is left. */
export function closeSteps(which: "all" | "over"): void {
  closeOver(STEP, which);
}
