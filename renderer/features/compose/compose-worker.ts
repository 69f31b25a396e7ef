import { composeJob, type ComposeJob, type ComposeOutput } from "./compose-job.ts";

// Runs beside the window, so that a large draft keeps nobody from typing.

/** A job whose catalog is absent has that of the job before: it is the large part, and seldom another. */
export type PostedJob = Omit<ComposeJob, "catalog"> & { readonly catalog?: ComposeJob["catalog"] };

let catalog: ComposeJob["catalog"] = null;

self.addEventListener("message", ({ data }: MessageEvent<PostedJob>) => {
  if (data.catalog !== undefined) catalog = data.catalog;
  const output: ComposeOutput = composeJob({ ...data, catalog });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker answers whoever started it.
  self.postMessage(output);
});
