import { useEffect, useSyncExternalStore } from "react";
import type { BodyPart } from "./body-reader.ts";
import type { OpenBody, WantedPart } from "./use-open-body.ts";

/** A body's part, as far as it is there. */
export type ShownPart = {
  /** null while it is being read or laid out, and where that broke down. */
  readonly shown: BodyPart | null;
  readonly isFailed: boolean;
  /** How much of a long body has been read, from 0 to 1. */
  readonly progress: number;
};

/** The part of a body as it is to be shown. A long one is read in pieces and laid out beside the window. */
export function useBodyPart({ reader, long, isLong }: OpenBody, { mode, part }: WantedPart): ShownPart {
  const { background, progress } = long;
  const isRead = progress === 1;
  useEffect(() => {
    if (isLong && isRead) background.run({ mode, part });
  }, [background, isLong, isRead, mode, part]);
  const done = useSyncExternalStore(background.done.subscribe, background.done.get);
  if (!isLong) return { shown: reader(mode, part), isFailed: false, progress: 1 };
  const isThis = done !== null && done.job.mode === mode && done.job.part === part;
  const isFailed = progress === null || (isThis && done.output === null);
  return { shown: isThis ? done.output : null, isFailed, progress: progress ?? 0 };
}
