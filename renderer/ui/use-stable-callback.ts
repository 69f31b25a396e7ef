import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that stays the same and does what the last one given does, for what is drawn again when its properties change. */
export function useStableCallback<Arguments extends readonly unknown[], Answer>(
  callback: (...values: Arguments) => Answer,
): (...values: Arguments) => Answer {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...values: Arguments) => latest.current(...values), []);
}
