import { useEffect, useEffectEvent } from "react";

/** Says that the end of a list is near, once for each of its lengths. */
export function useReachEnd(isNear: boolean, length: number, onReachEnd: () => void): void {
  const reach = useEffectEvent((loaded: number) => {
    if (loaded > 0) onReachEnd();
  });
  useEffect(() => {
    if (isNear) reach(length);
  }, [isNear, length]);
}
