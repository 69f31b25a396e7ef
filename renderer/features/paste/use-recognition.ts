import { useEffect, useState, useSyncExternalStore } from "react";
import type { PasteResult } from "../../../shared/paste/types.ts";
import { createBackground, type Worker as Reader } from "../compose/background.ts";

/** What was made of a text. `result` is null while there is none, or nothing that could read it. */
export type Recognition = { readonly text: string; readonly result: PasteResult | null };

/** What the text is recognised as. While a long text is being read, what is known is of the one before it. */
export function useRecognition(text: string): Recognition {
  const [background] = useState(() => createBackground(startReader));
  useEffect(() => () => background.close(), [background]);
  useEffect(() => background.run(text), [background, text]);
  const done = useSyncExternalStore(background.done.subscribe, background.done.get);
  return { text: done?.job ?? "", result: done?.output ?? null };
}

/** A thread of its own, so that a long text keeps nobody from typing. */
function startReader(onDone: (result: PasteResult | null) => void): Reader<string> {
  const worker = new Worker(new URL("./recognise-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<PasteResult>) => onDone(data));
  worker.addEventListener("error", () => onDone(null));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker has no origin to name.
    run: (text) => worker.postMessage(text),
    stop: () => worker.terminate(),
  };
}
