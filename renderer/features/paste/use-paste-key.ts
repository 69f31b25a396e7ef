import { useEffect, useEffectEvent, type RefObject } from "react";

/**
 * Ctrl or Command with Shift and V, outside of text fields and dialogs, while the screen with this button is shown. The key
 * goes on to the browser: by the time it pastes, the dialog's field has the focus and takes the text.
 */
export function usePasteKey(button: RefObject<HTMLElement | null>, onPress: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isKey = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === "v";
    if (!isKey || event.altKey || event.repeat || isTextField(event.target)) return;
    if (button.current !== null && isInUse(button.current)) onPress();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.getAttribute("aria-readonly") === "true") return false;
  return target.isContentEditable || target.matches("input:not([readonly]), textarea:not([readonly])");
}

/** Not hidden behind another screen, nor under a dialog. */
function isInUse(element: HTMLElement): boolean {
  return element.checkVisibility() && element.closest("[inert], [aria-hidden=true]") === null;
}
