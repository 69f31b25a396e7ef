import { useState } from "react";
import { useHost } from "../../host/host-context.tsx";
import { showToast } from "../../ui/toast.tsx";
import { useEditorStore } from "./catalogs-provider.tsx";
import { useLinkedFile } from "./linked-file-context.tsx";
import { useEditor } from "./use-catalog-editor.ts";

export type SaveVersion = { readonly isSaving: boolean; readonly save: () => void };

/** Saves the changes of the catalog as a version, and says what came of it. */
export function useSaveVersion(): SaveVersion {
  const store = useEditorStore();
  const { state, isChanged } = useEditor();
  const tell = useTellSaved();
  const [isSaving, setSaving] = useState(false);
  async function save(): Promise<void> {
    if (isSaving) return;
    if (!isChanged) {
      showToast({
        tone: "done",
        title: "Nothing to save",
        text:
          state.newer === null
            ? `Version ${state.base.version} is up to date.`
            : `This is version ${state.base.version}. The newest is version ${state.newer.version}.`,
      });
      return;
    }
    setSaving(true);
    const result = await store.save(state.id);
    if (result.ok) await tell(result.value.version);
    else showToast({ tone: "failed", title: "The version was not saved", text: result.error.message });
    setSaving(false);
  }
  return { isSaving, save: () => void save() };
}

/**
 * Says that a version was saved, and what became of the linked file. Where that was changed meanwhile, which is news, it is
 * shown at once; where the user knows it and saved all the same, it is offered.
 */
function useTellSaved(): (version: number) => Promise<void> {
  const host = useHost();
  const { state } = useEditor();
  const { link, look } = useLinkedFile();
  return async (version) => {
    const title = `Version ${version} saved`;
    const links = link === null ? null : await host.call("catalogs.links", {});
    const now = links?.ok === true ? links.value.find((one) => one.catalogId === state.id) : undefined;
    if (now === undefined || now.state === "in-step") return showToast({ tone: "done", title });
    if (now.state !== "changed") return showToast({ tone: "failed", title, text: now.message });
    if (link?.state !== "changed") look();
    // It goes by itself: the notice over the catalog stays for as long as it is so.
    return showToast({
      tone: "done",
      title,
      text: "The linked file was changed by somebody else and is left as it is.",
      action: { label: "Look at the changes", onPress: look },
    });
  };
}
