import { readImport, type ImportJob } from "./import-job.ts";

// Runs beside the window, so that a file of many megabytes keeps nobody from working.

self.addEventListener("message", ({ data }: MessageEvent<ImportJob>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker answers whoever started it.
  self.postMessage(readImport(data));
});
