import { useEffect, useEffectEvent, type RefObject } from "react";

export type ComposeKeys = {
  readonly onSend: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/**
 * The keys of the Compose screen, wherever the focus is while it is shown: Ctrl or Command with Enter sends; with Z takes the
 * last change of the draft back, wherever it was made, with Shift (or Y) brings it back again. Text fields that are no part of
 * the draft, such as the search for an event, undo their own typing.
 */
export function useComposeKeys(screen: RefObject<HTMLElement | null>, keys: ComposeKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event, keys);
    if (action === null || screen.current === null || !isInUse(screen.current)) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    // Before the controls: a list or a menu would take Enter for itself.
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
}

function actionOf(event: KeyboardEvent, keys: ComposeKeys): (() => void) | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (event.key === "Enter" && !event.shiftKey) return event.repeat ? null : keys.onSend;
  if (hasUndoOfItsOwn(event.target)) return null;
  const key = event.key.toLowerCase();
  if (key === "y" && !event.shiftKey) return keys.onRedo;
  if (key !== "z") return null;
  return event.shiftKey ? keys.onRedo : keys.onUndo;
}

function hasUndoOfItsOwn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest("[data-control]") !== null) return false;
  return target.matches("input:not([readonly]), textarea:not([readonly])");
}

/** Not hidden behind another screen, nor under a dialog. */
function isInUse(screen: HTMLElement): boolean {
  return screen.checkVisibility() && screen.closest("[inert], [aria-hidden=true]") === null;
}
