import { useEffect, useEffectEvent, type RefObject } from "react";

/** Ctrl or Command with Shift and Enter runs the event's presets, wherever the focus is while Compose is shown. */
export function usePresetKeys(screen: RefObject<HTMLElement | null>, onRun: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isMine =
      event.key === "Enter" && event.shiftKey && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isMine || event.repeat || screen.current === null || !isInUse(screen.current)) return;
    event.preventDefault();
    event.stopPropagation();
    onRun();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
}

/** Not hidden behind another screen, nor under a dialog. */
function isInUse(screen: HTMLElement): boolean {
  return screen.checkVisibility() && screen.closest("[inert], [aria-hidden=true]") === null;
}
