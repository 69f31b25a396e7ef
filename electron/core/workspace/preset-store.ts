import { presetSchema, type Preset } from "../../../shared/domain/preset.ts";
import type { Result } from "../../../shared/result/result.ts";
import { openCollection } from "./collection.ts";
import type { StorageContext } from "./stored-document.ts";

/** Presets, one file each. Code of every change: `workspace.not-saved`. */
export type PresetStore = {
  /** The tenant's, by group, then by name; those without a group first. */
  list(tenantId: string): readonly Preset[];
  get(id: string): Preset | null;
  save(preset: Omit<Preset, "savedAt">): Result<Preset>;
  /** Answers what was removed; null where nothing was. */
  remove(id: string): Result<Preset | null>;
};

export function openPresetStore(context: StorageContext): PresetStore {
  const files = openCollection(context, "presets", { schema: presetSchema, steps: [] });
  return {
    list: (tenantId) =>
      files
        .list()
        .filter((preset) => preset.tenantId === tenantId)
        .sort(
          (a, b) =>
            (a.group ?? "").localeCompare(b.group ?? "") ||
            a.name.localeCompare(b.name, "en", { numeric: true }) ||
            a.id.localeCompare(b.id),
        ),
    get: (id) => files.get(id),
    save: (preset) => files.save({ ...preset, savedAt: context.clock.now().toISOString() }),
    remove: (id) => files.remove(id),
  };
}
