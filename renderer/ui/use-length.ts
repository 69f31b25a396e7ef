import { useLayoutEffect, useState } from "react";

/** An element's inner width (`row`) or height (`column`) as it is now, in CSS pixels; Infinity until it is known. */
export function useLength(
  measured: { readonly current: HTMLElement | null },
  direction: "row" | "column",
): number {
  const [length, setLength] = useState(Infinity);
  useLayoutEffect(() => {
    const element = measured.current;
    if (element === null) return undefined;
    const measure = () => {
      const now = direction === "row" ? element.clientWidth : element.clientHeight;
      // A hidden screen measures 0, which says nothing about the room there will be.
      if (now > 0) setLength(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [measured, direction]);
  return length;
}
