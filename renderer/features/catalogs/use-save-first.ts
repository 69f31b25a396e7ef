import { success, type Result } from "../../../shared/result/result.ts";
import { useEditorStore } from "./catalogs-provider.tsx";
import { newestOf } from "./editor-state.ts";
import { useEditor } from "./use-catalog-editor.ts";

/** Has unsaved changes become a version before something takes their place. Answers the version that is the newest then. */
export function useSaveFirst(): () => Promise<Result<number>> {
  const store = useEditorStore();
  const { state, isChanged } = useEditor();
  return async () => {
    if (!isChanged) return success(newestOf(state).version);
    const saved = await store.save(state.id);
    return saved.ok ? success(saved.value.version) : saved;
  };
}
