import { useEffect, useState, useSyncExternalStore } from "react";
import type { PasteResult } from "../../../shared/paste/types.ts";
import { createRecogniser, type Reader, type Recognition } from "./recogniser.ts";

/** What the text is recognised as. While a long text is being read, what is known is of the one before it. */
export function useRecognition(text: string): Recognition {
  const [recogniser] = useState(() => createRecogniser(startWorker));
  useEffect(() => () => recogniser.close(), [recogniser]);
  useEffect(() => recogniser.read(text), [recogniser, text]);
  const { recognition } = recogniser;
  return useSyncExternalStore(recognition.subscribe, recognition.get);
}

/** A thread of its own, so that a long text keeps nobody from typing. */
function startWorker(onResult: (result: PasteResult | null) => void): Reader {
  const worker = new Worker(new URL("./recognise-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<PasteResult>) => onResult(data));
  worker.addEventListener("error", () => onResult(null));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
    read: (text) => worker.postMessage(text),
    stop: () => worker.terminate(),
  };
}
