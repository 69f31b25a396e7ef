import { useLayoutEffect, useRef, type RefObject } from "react";

/** A value as it was when the component was last drawn, for handlers that stay the same while it changes. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
