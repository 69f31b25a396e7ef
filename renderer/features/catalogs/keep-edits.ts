import type { Result } from "../../../shared/result/result.ts";

/** How it stands with the edits that are not in a version yet. `idle`: there are none to keep. */
export type KeepStatus =
  | { readonly kind: "idle" | "keeping" | "kept" }
  | { readonly kind: "failed"; readonly message: string };

export type EditsKeeper = {
  /** Keeps the catalog's edits, as they are then, when editing pauses. */
  schedule(id: string): void;
  /** Keeps what is not kept yet; done when that is on disk or has failed. */
  flush(): Promise<void>;
};

/** Keeps edits in the workspace as they are made, so that neither a crash nor a closed window loses any. */
export function createEditsKeeper(options: {
  /** Writes the present edits of a catalog. */
  readonly keep: (id: string) => Promise<Result<unknown>>;
  /** Runs the task after the pause in editing; answers the way to call it off. */
  readonly afterPause: (task: () => void) => () => void;
  readonly onStatus: (status: KeepStatus) => void;
}): EditsKeeper {
  const waiting = new Set<string>();
  let callOff: () => void = () => undefined;
  let keeping: Promise<void> = Promise.resolve();

  async function keepAll(): Promise<void> {
    let problem: string | null = null;
    const ids = [...waiting];
    waiting.clear();
    for (const id of ids) {
      const kept = await options.keep(id);
      if (kept.ok) continue;
      waiting.add(id);
      problem = kept.error.message;
    }
    if (problem !== null) options.onStatus({ kind: "failed", message: problem });
    else if (waiting.size === 0) options.onStatus({ kind: "kept" });
  }

  function flush(): Promise<void> {
    callOff();
    if (waiting.size > 0) keeping = keeping.then(keepAll);
    return keeping;
  }

  return {
    schedule(id) {
      waiting.add(id);
      options.onStatus({ kind: "keeping" });
      callOff();
      callOff = options.afterPause(() => void flush());
    },
    flush,
  };
}
