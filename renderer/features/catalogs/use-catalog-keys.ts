import type { RefObject } from "react";
import { useActions, type ActionHandler } from "../../app/actions-context.tsx";
import { isInUse } from "../../app/platform.ts";

/**
 * Saves a version, takes the last change back and brings it back again, wherever the focus is while the Catalogs screen is
 * shown. Text fields that are no part of the catalog, such as the search, undo their own typing.
 */
export function useCatalogKeys(
  screen: RefObject<HTMLElement | null>,
  keys: { readonly onSave: () => void; readonly onUndo: () => void; readonly onRedo: () => void },
): void {
  const unlessTyped =
    (act: () => void): ActionHandler =>
    (event) => {
      if (!isInUse(screen.current) || hasUndoOfItsOwn(event?.target ?? null)) return false;
      act();
      return true;
    };
  useActions({
    "catalog.save"() {
      if (!isInUse(screen.current)) return false;
      keys.onSave();
      return true;
    },
    undo: unlessTyped(keys.onUndo),
    redo: unlessTyped(keys.onRedo),
  });
}

/** The fields of an event are the catalog's; the search and a cell that is being edited have what they were typed. */
function hasUndoOfItsOwn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest("[data-catalog-fields]") !== null) return false;
  return target.matches("input:not([type=checkbox]), textarea, select");
}
