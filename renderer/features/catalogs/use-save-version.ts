import { useState } from "react";
import { showToast } from "../../ui/toast.tsx";
import { useEditorStore } from "./catalogs-provider.tsx";
import { useEditor } from "./use-catalog-editor.ts";

export type SaveVersion = { readonly isSaving: boolean; readonly save: () => void };

/** Saves the changes of the catalog as a version, and says what came of it. */
export function useSaveVersion(): SaveVersion {
  const store = useEditorStore();
  const { state, isChanged } = useEditor();
  const [isSaving, setSaving] = useState(false);
  async function save(): Promise<void> {
    if (isSaving) return;
    if (!isChanged) {
      showToast({
        tone: "done",
        title: "Nothing to save",
        text: `Version ${state.base.version} is up to date.`,
      });
      return;
    }
    setSaving(true);
    const result = await store.save(state.id);
    setSaving(false);
    if (result.ok) showToast({ tone: "done", title: `Version ${result.value.version} saved` });
    else showToast({ tone: "failed", title: "The version was not saved", text: result.error.message });
  }
  return { isSaving, save: () => void save() };
}
