import type { CallOutput } from "../../../shared/contract/calls.ts";
import { applyPatch } from "../../../shared/catalog-edit/patch.ts";
import type { StoredCatalog } from "../../../shared/domain/catalog.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { openEditor, withKeptEdits, type EditorState } from "./editor-state.ts";

export type EditsReader = {
  readonly readEdits: (id: string) => Promise<Result<CallOutput<"catalogs.edits">>>;
  readonly readVersion: (id: string, version: number) => Promise<Result<StoredCatalog>>;
};

/** Opens a catalog with the edits kept for it. They belong to the version they were made from, also where there is a newer one. */
export async function openWithEdits(
  reader: EditsReader,
  stored: StoredCatalog,
  onProblem: (message: string) => void,
): Promise<EditorState> {
  const fresh = openEditor(stored);
  const kept = await reader.readEdits(stored.id);
  if (!kept.ok) onProblem(kept.error.message);
  if (!kept.ok || kept.value === null) return fresh;
  const { baseVersion, patch } = kept.value;
  const isCurrent = baseVersion === stored.version;
  const base = isCurrent ? success(stored) : await reader.readVersion(stored.id, baseVersion);
  if (!base.ok) onProblem(base.error.message);
  const catalog = base.ok ? applyPatch(base.value.catalog, patch) : null;
  if (!base.ok || catalog === null) return fresh;
  const state = withKeptEdits(openEditor(base.value), catalog);
  return isCurrent ? state : { ...state, newer: stored };
}
