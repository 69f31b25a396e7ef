import type { DraftInput } from "../../../shared/contract/draft-calls.ts";
import { draftId, type Draft } from "../../../shared/domain/draft.ts";
import type { Result } from "../../../shared/result/result.ts";

export type DraftToSave = Omit<DraftInput, "number"> & Pick<Draft, "number">;

/** How it stands with what was typed. `idle`: nothing was typed since the start. */
export type DraftStatus =
  | { readonly kind: "idle" | "saving" | "saved" }
  | { readonly kind: "failed"; readonly message: string };

export type AutosaveOptions = {
  readonly save: (draft: DraftToSave) => Promise<Result<unknown>>;
  /** Runs the task after the pause in typing; answers the way to call it off. */
  readonly afterPause: (task: () => void) => () => void;
  /** Runs the task when somebody has typed for so long without a pause; answers the way to call it off. */
  readonly atLatest: (task: () => void) => () => void;
  readonly onStatus: (status: DraftStatus) => void;
  /** A draft is on disk, and nothing of it was typed since. */
  readonly onSaved: (id: string) => void;
};

export type Autosave = {
  /** Saves the draft when typing pauses, or has not paused for long; a newer text of the same draft takes its place. */
  schedule(draft: DraftToSave): void;
  /** Saves everything now; done when it is on disk or has failed. */
  flush(): Promise<void>;
  /** Whether something of the draft is not on disk yet. */
  isUnsaved(id: string): boolean;
};

/** Saves drafts as they are typed, one at a time. What could not be saved is kept and tried again at the next occasion. */
export function createAutosave(options: AutosaveOptions): Autosave {
  const unsaved = new Map<string, DraftToSave>();
  let callOffPause: () => void = () => undefined;
  let callOffLatest: (() => void) | null = null;
  let saving: Promise<void> = Promise.resolve();

  async function saveAll(): Promise<void> {
    let problem: string | null = null;
    for (const [id, draft] of unsaved) {
      const result = await options.save(draft);
      if (!result.ok) problem = result.error.message;
      else if (unsaved.get(id) === draft) {
        unsaved.delete(id);
        options.onSaved(id);
      }
    }
    if (problem !== null) options.onStatus({ kind: "failed", message: problem });
    else if (unsaved.size === 0) options.onStatus({ kind: "saved" });
  }

  function flush(): Promise<void> {
    callOffPause();
    callOffLatest?.();
    callOffLatest = null;
    if (unsaved.size > 0) saving = saving.then(saveAll);
    return saving;
  }

  return {
    schedule(draft) {
      unsaved.set(draftId(draft), draft);
      options.onStatus({ kind: "saving" });
      callOffPause();
      callOffPause = options.afterPause(() => void flush());
      callOffLatest ??= options.atLatest(() => void flush());
    },
    flush,
    isUnsaved: (id) => unsaved.has(id),
  };
}
