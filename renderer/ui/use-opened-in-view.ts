import { useEffect, useRef } from "react";

/** Scrolls to the last element of a container when that is opened: where there is no room for all, it is what one wants to see. */
export function useOpenedInView(container: { readonly current: HTMLElement | null }, isOpen: boolean): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (isOpen && !wasOpen.current) container.current?.lastElementChild?.scrollIntoView();
    wasOpen.current = isOpen;
  }, [container, isOpen]);
}
