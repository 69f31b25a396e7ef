import { useEffect, useState, type RefObject } from "react";

/** How high an element was when it last rested, in CSS pixels; 0 until that is known. While it does not rest, that is kept. */
export function useKeptHeight(element: RefObject<HTMLElement | null>, isResting: boolean): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    if (element.current === null || !isResting) return undefined;
    const observer = new ResizeObserver(([entry]) => setHeight(entry?.borderBoxSize[0]?.blockSize ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isResting]);
  return height;
}
