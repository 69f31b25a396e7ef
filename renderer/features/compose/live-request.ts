import { createContext, useMemo } from "react";
import type { ComposedRequest } from "../../../shared/compose/types.ts";
import type { TextSource } from "../../ui/code-editor-text.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { composeOnce, LARGE_TEXT } from "./compose-job.ts";
import type { Composition } from "./use-composition.ts";

/** The request as the draft stands at any moment, for what shows a keystroke before everything else is drawn. */
export type LiveRequest = {
  readonly get: () => ComposedRequest;
  readonly subscribe: (listener: () => void) => () => void;
};

export const LiveRequestContext = createContext<LiveRequest | null>(null);

/** Stays the same while the draft is written. A large draft is composed beside the window, and is what that has come to. */
export function useLiveRequest(source: TextSource, composition: Composition): LiveRequest {
  const latest = useLatest(composition);
  return useMemo(
    () => ({
      subscribe: source.subscribe,
      get() {
        const { job, composed } = latest.current;
        const text = source.get();
        if (text === job.text || text.length > LARGE_TEXT) return composed;
        return composeOnce({ ...job, text }).composed;
      },
    }),
    [source, latest],
  );
}
