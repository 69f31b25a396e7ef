import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { FindWanted, Found } from "./body-reader.ts";
import type { OpenBody } from "./use-open-body.ts";

/** What was found last, null while nothing is looked for; while `isFinding` it is of what was looked for before. */
export type BodyFind = { readonly found: Found | null; readonly isFinding: boolean };

/** Looks for words in the whole of a body, in a long one beside the window, once all of it is there. */
export function useBodyFind({ reader, isLong, long }: OpenBody, wanted: FindWanted | null): BodyFind {
  const { finding, progress } = long;
  const { mode, query = "", index } = wanted ?? {};
  const job = useMemo(
    () => (mode === undefined || index === undefined || query === "" ? null : { mode, query, index }),
    [mode, query, index],
  );
  const isRead = progress === 1;
  useEffect(() => {
    if (isLong && isRead && job !== null) finding.run(job);
  }, [finding, isLong, isRead, job]);
  const done = useSyncExternalStore(finding.done.subscribe, finding.done.get);
  const short = useMemo(() => (isLong || job === null ? null : reader.find(job)), [reader, isLong, job]);
  if (job === null) return { found: null, isFinding: false };
  if (!isLong) return { found: short, isFinding: false };
  return { found: done?.output ?? null, isFinding: done?.job !== job };
}
