import type { Worker as Composer } from "./background.ts";
import type { ComposeJob, ComposeOutput } from "./compose-job.ts";
import type { PostedJob } from "./compose-worker.ts";

/** A thread of its own that composes. */
export function startComposer(
  onDone: (output: ComposeOutput | null) => void,
): Composer<ComposeJob & { readonly subject: string }> {
  const worker = new Worker(new URL("./compose-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<ComposeOutput>) => onDone(data));
  worker.addEventListener("error", () => onDone(null));
  let posted: ComposeJob["catalog"] | undefined;
  return {
    run({ catalog, subject: _subject, ...job }) {
      const message: PostedJob = catalog === posted ? job : { ...job, catalog };
      posted = catalog;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
      worker.postMessage(message);
    },
    stop: () => worker.terminate(),
  };
}
