import { useEffect, useEffectEvent, type RefObject } from "react";

/**
 * The keys of the Catalogs screen, wherever the focus is while it is shown: Ctrl or Command with S saves a version, with Z
 * takes the last change back, with Shift (or Y) brings it back again. Text fields that are no part of the catalog, such as the
 * search, undo their own typing.
 */
export function useCatalogKeys(
  screen: RefObject<HTMLElement | null>,
  keys: { readonly onSave: () => void; readonly onUndo: () => void; readonly onRedo: () => void },
): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event, keys);
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

type Keys = Parameters<typeof useCatalogKeys>[1];

function actionOf(event: KeyboardEvent, keys: Keys): (() => void) | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "s" && !event.shiftKey) return event.repeat ? nothing : keys.onSave;
  if (hasUndoOfItsOwn(event.target)) return null;
  if (key === "y" && !event.shiftKey) return keys.onRedo;
  if (key !== "z") return null;
  return event.shiftKey ? keys.onRedo : keys.onUndo;
}

function nothing(): void {
  // The key is held down.
}

/** The fields of an event are the catalog's; the search and a cell that is being edited have what they were typed. */
function hasUndoOfItsOwn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest("[data-catalog-fields]") !== null) return false;
  return target.matches("input:not([type=checkbox]), textarea, select");
}

/** Not hidden behind another screen, nor under a dialog. */
function isInUse(screen: HTMLElement): boolean {
  return screen.checkVisibility() && screen.closest("[inert], [aria-hidden=true]") === null;
}
