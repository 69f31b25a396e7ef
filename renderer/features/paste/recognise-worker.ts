import { recognise } from "../../../shared/paste/recognise.ts";

// Runs beside the window, so that a long text keeps nobody from typing.

self.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker answers whoever started it.
  if (typeof data === "string") self.postMessage(recognise(data));
});
