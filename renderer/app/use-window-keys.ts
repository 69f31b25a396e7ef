import { useEffect, useEffectEvent } from "react";
import { actionFor, type WindowAction } from "./keys.ts";

/** The Mac's name for the key that others call Ctrl. */
export function commandKeyName(): string {
  return isMac() ? "⌘" : "Ctrl";
}

/**
 * Listens to the window's own keys, before the control that has the focus: some controls keep every key to themselves.
 * None of the window's keys means anything to a control outside of typing.
 */
export function useWindowKeys(onAction: (action: WindowAction) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = actionFor({
      key: event.key,
      hasCommand: isMac() ? event.metaKey : event.ctrlKey,
      hasAlt: event.altKey,
      isTyping: isTyping(event.target),
    });
    if (action === null || isDialogOpen()) return;
    event.preventDefault();
    onAction(action);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
}

function isMac(): boolean {
  return navigator.userAgent.includes("Mac");
}

/** A read-only viewer takes no characters, so its keys are free. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.getAttribute("aria-readonly") === "true") return false;
  return (
    target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select")
  );
}

function isDialogOpen(): boolean {
  return document.querySelector("[role=dialog]") !== null;
}
