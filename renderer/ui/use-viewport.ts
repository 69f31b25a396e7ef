import { useLayoutEffect, useState, type RefObject } from "react";
import type { Viewport } from "./list-window.ts";

/** What a scrolling element shows of its content, and the way to read it again after scrolling. */
export function useViewport(element: RefObject<HTMLElement | null>): readonly [Viewport, () => void] {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, height: 0 });
  const measure = () => {
    if (element.current === null) return;
    const { scrollTop: top, clientHeight: height } = element.current;
    // A hidden screen measures 0, which says nothing about what it will show.
    if (height > 0)
      setViewport((last) => (last.top === top && last.height === height ? last : { top, height }));
  };
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element.current);
    measure();
    return () => observer.disconnect();
    // `measure` reads the element only, so the first one serves for good.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [element]);
  return [viewport, measure];
}
