import { z } from "zod";
import { presetResultsSchema, type PresetResults } from "../../../shared/domain/preset.ts";
import type { Result } from "../../../shared/result/result.ts";
import { openCollection } from "./collection.ts";
import type { StorageContext } from "./stored-document.ts";

const storedResultsSchema = z.object({ id: z.string(), results: presetResultsSchema });

/** What the presets of tenants came to when they were last run. Code of every change: `workspace.not-saved`. */
export type PresetResultsStore = {
  /** Empty where none was ever run. */
  get(tenantId: string): PresetResults;
  save(tenantId: string, results: PresetResults): Result<unknown>;
  /** Removing what is not there is no error. */
  remove(tenantId: string): Result<unknown>;
};

export function openPresetResultsStore(context: StorageContext): PresetResultsStore {
  const files = openCollection(context, "preset-results", { schema: storedResultsSchema, steps: [] });
  return {
    get: (tenantId) => files.get(tenantId)?.results ?? { run: null, rows: [] },
    save: (tenantId, results) => files.save({ id: tenantId, results }),
    remove: (tenantId) => files.remove(tenantId),
  };
}
