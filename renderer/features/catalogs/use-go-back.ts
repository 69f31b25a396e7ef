import { useState } from "react";
import { useHost } from "../../host/host-context.tsx";
import { showToast } from "../../ui/toast.tsx";
import { announceVersion } from "./announce-undo.ts";
import { useEditor } from "./use-catalog-editor.ts";
import { useSaveFirst } from "./use-save-first.ts";

/**
 * Makes an earlier version the newest again. Unsaved changes become a version of their own before that, so that nothing is
 * lost, and the message offers to go forward again.
 */
export function useGoBack(): {
  readonly isGoing: boolean;
  readonly goBack: (version: number) => void;
  /** Goes back where nothing is unsaved, as an undo does; `baseVersion` is the newest. */
  readonly restore: (version: number, baseVersion: number) => void;
} {
  const host = useHost();
  const { state, actions } = useEditor();
  const saveFirst = useSaveFirst();
  const [isGoing, setGoing] = useState(false);
  const fail = (message: string): void =>
    showToast({ tone: "failed", title: "The catalog stays as it is", text: message });

  async function restore(version: number, baseVersion: number): Promise<void> {
    const restored = await host.call("catalogs.restoreVersion", { id: state.id, version, baseVersion });
    if (!restored.ok) return fail(restored.error.message);
    const now = restored.value.version;
    const action = { label: "Undo", onPress: () => void restore(baseVersion, now) };
    announceVersion({ title: `Version ${now} is as version ${version} was`, action }, now, actions);
  }

  async function go(version: number): Promise<void> {
    setGoing(true);
    const newest = await saveFirst();
    if (newest.ok) await restore(version, newest.value);
    else fail(newest.error.message);
    setGoing(false);
  }
  return {
    isGoing,
    goBack: (version) => void go(version),
    restore: (version, baseVersion) => void restore(version, baseVersion),
  };
}
