import { z } from "zod";
import {
  historyViewSchema,
  retentionSchema,
  type HistoryView,
  type Retention,
} from "../../../shared/domain/history.ts";
import { success, type Result } from "../../../shared/result/result.ts";
import { openStoredDocument, type StorageContext } from "./stored-document.ts";

const schema = z.object({
  retention: retentionSchema.default(retentionSchema.parse({})),
  views: z.array(historyViewSchema).max(500).default([]),
});

/** How much history is kept, and queries with names. */
export type HistorySettingsStore = {
  retention(): Retention;
  /** Code: `workspace.not-saved`, like all that follow. */
  setRetention(retention: Retention): Result<Retention>;
  /** By name. */
  views(): readonly HistoryView[];
  /** Adds, or replaces the one of this id. */
  saveView(view: Omit<HistoryView, "savedAt">): Result<HistoryView>;
  /** Removing what is not there is no error. */
  removeView(id: string): Result<null>;
};

export function openHistorySettingsStore(context: StorageContext): HistorySettingsStore {
  const file = openStoredDocument(context, "history", { schema, steps: [] });
  const get = () => file.read() ?? schema.parse({});
  const byName = (a: HistoryView, b: HistoryView) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
  return {
    retention: () => get().retention,
    setRetention(retention) {
      const saved = file.save({ ...get(), retention });
      return saved.ok ? success(retention) : saved;
    },
    views: () => get().views.toSorted(byName),
    saveView(view) {
      const stored = { ...view, savedAt: context.clock.now().toISOString() };
      const views = [...get().views.filter(({ id }) => id !== view.id), stored];
      const saved = file.save({ ...get(), views });
      return saved.ok ? success(stored) : saved;
    },
    removeView(id) {
      const saved = file.save({ ...get(), views: get().views.filter((view) => view.id !== id) });
      return saved.ok ? success(null) : saved;
    },
  };
}
