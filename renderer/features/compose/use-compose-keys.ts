import { useEffect, useEffectEvent, type RefObject } from "react";

export type ComposeKeys = {
  readonly onSend: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/**
 * The keys of the Compose screen, wherever the focus is while it is shown: Ctrl or Command with Enter sends; with Z, outside
 * of text fields (which undo their own typing), takes a change of the draft back, with Shift brings it back again.
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
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.repeat) return null;
  if (event.key === "Enter" && !event.shiftKey) return keys.onSend;
  if (event.key.toLowerCase() !== "z" || isTextField(event.target)) return null;
  return event.shiftKey ? keys.onRedo : keys.onUndo;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([readonly]), textarea:not([readonly])");
}

/** Not hidden behind another screen, nor under a dialog. */
function isInUse(screen: HTMLElement): boolean {
  return screen.checkVisibility() && screen.closest("[inert], [aria-hidden=true]") === null;
}
