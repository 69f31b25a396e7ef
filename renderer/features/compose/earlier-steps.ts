import type { DraftSteps } from "../../../shared/domain/draft.ts";
import { afterSteps } from "./draft-history.ts";
import { createObservable, type Observable } from "./observable.ts";
import type { ChangedDrafts } from "./shared-drafts.ts";

/** The steps of undo that saved drafts have from before they were changed in this window. */
export type EarlierSteps = {
  /** By draft id, once they are read. */
  readonly steps: Observable<ReadonlyMap<string, DraftSteps>>;
  /** Reads those of a draft as it was saved then, where they were not asked for before. */
  read(id: string, savedAt: string | null): void;
  /** Those that count now; undefined while they are being read. */
  of(id: string): DraftSteps | undefined;
  isAskedFor(id: string): boolean;
  /** Done when none are being read of the draft. */
  whenRead(id: string): Promise<void>;
};

export function createEarlierSteps(
  drafts: Observable<ChangedDrafts>,
  readSteps: (id: string) => Promise<DraftSteps | null>,
): EarlierSteps {
  const steps = createObservable<ReadonlyMap<string, DraftSteps>>(new Map());
  const asked = new Map<string, { readonly savedAt: string | null; readonly done: Promise<void> }>();
  /** Whose steps are those of their last saving. */
  const known = new Set<string>();

  async function read(id: string, savedAt: string | null): Promise<void> {
    const found = await readSteps(id);
    if (found === null || asked.get(id)?.savedAt !== savedAt) return;
    known.add(id);
    steps.set(new Map(steps.get()).set(id, found));
    const changed = drafts.get().get(id);
    // It was changed meanwhile: what was read comes before that.
    if (changed !== undefined) {
      drafts.set(new Map(drafts.get()).set(id, { ...changed, ...afterSteps(changed, found) }));
    }
  }
  return {
    steps,
    read(id, savedAt) {
      if (asked.get(id)?.savedAt === savedAt) return;
      known.delete(id);
      asked.set(id, { savedAt, done: read(id, savedAt) });
    },
    of: (id) => (known.has(id) ? steps.get().get(id) : undefined),
    isAskedFor: (id) => asked.has(id),
    whenRead: (id) => asked.get(id)?.done ?? Promise.resolve(),
  };
}
