import { useLayoutEffect, useState, type RefObject } from "react";
import type { Viewport } from "./list-window.ts";

/** How high the last element of its kind was; 0 where there was none yet. */
export type ViewportMemory = { height: number };

/**
 * What a scrolling element shows of its content, and the way to read it again after scrolling. With a memory, a new element
 * begins as high as the last one of its kind, so that the browser has not to lay out the window just to be asked.
 */
export function useViewport(
  element: RefObject<HTMLElement | null>,
  memory?: ViewportMemory,
): readonly [Viewport, () => void] {
  const [viewport, setViewport] = useState<Viewport>(() => ({ top: 0, height: memory?.height ?? 0 }));
  const measure = () => {
    if (element.current === null) return;
    const { scrollTop: top, clientHeight: height } = element.current;
    // A hidden screen measures 0, which says nothing about what it will show.
    if (height === 0) return;
    if (memory !== undefined) memory.height = height;
    setViewport((last) => (last.top === top && last.height === height ? last : { top, height }));
  };
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    // It calls for the first time once the browser has laid the element out anyway.
    const observer = new ResizeObserver(measure);
    observer.observe(element.current);
    if (viewport.height === 0) measure();
    return () => observer.disconnect();
    // `measure` reads the element only, so the first one serves for good.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [element]);
  return [viewport, measure];
}
