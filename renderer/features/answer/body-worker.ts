import {
  createPieceCollector,
  type BodyMode,
  type BodyPart,
  type FindWanted,
  type Found,
  type RecordedBody,
} from "./body-reader.ts";

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
  | { readonly kind: "read"; readonly mode: BodyMode; readonly part: number }
  | ({ readonly kind: "find" } & FindWanted);

/** What is answered, each to its own; null where the pieces are not all there. */
export type BodyAnswer =
  | { readonly kind: "read"; readonly output: BodyPart | null }
  | { readonly kind: "find"; readonly output: Found | null };

let collector: ReturnType<typeof createPieceCollector> | null = null;

self.addEventListener("message", ({ data }: MessageEvent<BodyRequest>) => {
  if (data.kind === "piece") {
    if (data.isFirst) collector = createPieceCollector(data.encoding);
    collector?.add(data.text, data.isLast);
    return;
  }
  const reader = collector?.reader() ?? null;
  const answer: BodyAnswer =
    data.kind === "read"
      ? { kind: "read", output: reader?.(data.mode, data.part) ?? null }
      : { kind: "find", output: reader?.find(data) ?? null };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker answers whoever started it.
  self.postMessage(answer);
});
