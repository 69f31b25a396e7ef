import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { createBackground, type Background } from "../compose/background.ts";
import { createBodyReader, type BodyMode, type BodyPart, type RecordedBody } from "./body-reader.ts";
import type { PartRequest } from "./body-worker.ts";

/** Up to this many UTF-16 units a body is laid out at once; a longer one beside the window. */
const LARGE_BODY = 200_000;

type Wanted = { readonly mode: BodyMode; readonly part: number };

/** The part of a body as it is to be shown; null while a long one is being laid out, and `failed` where that broke down. */
export function useBodyPart(
  body: RecordedBody,
  { mode, part }: Wanted,
): { readonly shown: BodyPart | null; readonly isFailed: boolean } {
  const isLarge = body.body.length > LARGE_BODY;
  const reader = useMemo(() => (isLarge ? null : createBodyReader(body)), [body, isLarge]);
  const [background] = useState<Background<Wanted, BodyPart>>(() => createBackground(startReader(body)));
  useEffect(() => () => background.close(), [background]);
  useEffect(() => {
    if (isLarge) background.run({ mode, part });
  }, [background, isLarge, mode, part]);
  const done = useSyncExternalStore(background.done.subscribe, background.done.get);
  if (reader !== null) return { shown: reader(mode, part), isFailed: false };
  const isThis = done !== null && done.job.mode === mode && done.job.part === part;
  return { shown: isThis ? done.output : null, isFailed: isThis && done.output === null };
}

function startReader(body: RecordedBody) {
  return (onDone: (part: BodyPart | null) => void) => {
    const worker = new Worker(new URL("./body-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<BodyPart | null>) => onDone(data));
    worker.addEventListener("error", () => onDone(null));
    let isPosted = false;
    return {
      run({ mode, part }: Wanted) {
        const message: PartRequest = isPosted ? { mode, part } : { body, mode, part };
        isPosted = true;
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
        worker.postMessage(message);
      },
      stop: () => worker.terminate(),
    };
  };
}
