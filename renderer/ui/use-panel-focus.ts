import { useEffect, type RefObject } from "react";

const FOCUSABLE =
  "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [contenteditable=true], [tabindex]:not([tabindex='-1'])";

/**
 * A panel without anything to focus in it takes the keyboard itself, so that it can be read and scrolled; one that has a
 * control is no stop of its own. Looked up by selector alone: asking what is visible would lay out the page at each change.
 */
export function usePanelFocus(panel: RefObject<HTMLElement | null>, shown: string): void {
  useEffect(() => {
    const element = panel.current;
    if (element === null) return undefined;
    const update = () => {
      if (element.querySelector(FOCUSABLE) === null) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [panel, shown]);
}
