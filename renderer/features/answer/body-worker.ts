import { createBodyReader, type BodyMode, type BodyReader, type RecordedBody } from "./body-reader.ts";

// Runs beside the window, so that a long body keeps nobody from typing.

/** A part to make. The body itself comes once, with the first. */
export type PartRequest = {
  readonly body?: RecordedBody;
  readonly mode: BodyMode;
  readonly part: number;
};

let read: BodyReader | null = null;

self.addEventListener("message", ({ data }: MessageEvent<PartRequest>) => {
  if (data.body !== undefined) read = createBodyReader(data.body);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker answers whoever started it.
  self.postMessage(read?.(data.mode, data.part) ?? null);
});
