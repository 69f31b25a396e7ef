import { useEffect, type RefObject } from "react";

/**
 * Says on the frame around a scrolling element whether columns are out of view to the right, so that it can be drawn there. Said
 * on the element itself: a grid that is scrolled is not to be drawn anew for it.
 */
export function useMoreColumns(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    const frame = element?.parentElement;
    if (element === null || frame == null) return undefined;
    const tell = () => {
      const isMore = element.scrollLeft + element.clientWidth < element.scrollWidth - 1;
      frame.toggleAttribute("data-more-columns", isMore);
    };
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    element.addEventListener("scroll", tell, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", tell);
    };
  }, [scroller]);
}
