import { useEffect, useEffectEvent, type RefObject } from "react";

export type TabKeyActions = {
  readonly onStep: (step: 1 | -1) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onClose: () => void;
  readonly onReopen: () => void;
  readonly onNew: () => void;
};

/**
 * The keys of the drafts' tabs, wherever the focus is while Compose is shown. They go with Alt, because browsers keep the
 * usual ones to themselves.
 */
export function useTabKeys(screen: RefObject<HTMLElement | null>, actions: TabKeyActions): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event, actions);
    if (action === null || screen.current === null || !isInUse(screen.current)) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
}

/** By the key's place, because Alt makes other characters of letters on a Mac. */
function actionOf(event: KeyboardEvent, actions: TabKeyActions): (() => void) | null {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.getModifierState("AltGraph")) return null;
  const { shiftKey } = event;
  switch (event.code) {
    case "PageDown":
      return () => (shiftKey ? actions.onMove(1) : actions.onStep(1));
    case "PageUp":
      return () => (shiftKey ? actions.onMove(-1) : actions.onStep(-1));
    case "KeyW":
      return shiftKey ? actions.onReopen : actions.onClose;
    case "KeyN":
      return shiftKey ? null : actions.onNew;
    default:
      return null;
  }
}

/** Not hidden behind another screen, nor under a dialog. */
function isInUse(screen: HTMLElement): boolean {
  return screen.checkVisibility() && screen.closest("[inert], [aria-hidden=true]") === null;
}
