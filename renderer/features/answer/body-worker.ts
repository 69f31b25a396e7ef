import { createPieceCollector, type BodyMode, type RecordedBody } from "./body-reader.ts";

// Runs beside the window, so that a long body keeps nobody from typing.

/** A piece of the body, or which part of it is wanted, once all pieces are there. */
export type BodyRequest =
  | {
      readonly kind: "piece";
      readonly text: string;
      readonly encoding: RecordedBody["bodyEncoding"];
      readonly isFirst: boolean;
      readonly isLast: boolean;
    }
  | { readonly kind: "read"; readonly mode: BodyMode; readonly part: number };

let collector: ReturnType<typeof createPieceCollector> | null = null;

self.addEventListener("message", ({ data }: MessageEvent<BodyRequest>) => {
  if (data.kind === "piece") {
    if (data.isFirst) collector = createPieceCollector(data.encoding);
    collector?.add(data.text, data.isLast);
    return;
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker answers whoever started it.
  self.postMessage(collector?.reader()?.(data.mode, data.part) ?? null);
});
