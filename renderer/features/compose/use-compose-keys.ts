import type { RefObject } from "react";
import { useActions, type ActionHandler } from "../../app/actions-context.tsx";
import { isInUse } from "../../app/platform.ts";

export type ComposeKeys = {
  readonly onSend: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/**
 * Sends, and takes the last change of the draft back, wherever it was made, or brings it back again. Text fields that are no
 * part of the draft, such as the search for an event, undo their own typing.
 */
export function useComposeKeys(screen: RefObject<HTMLElement | null>, keys: ComposeKeys): void {
  const onDraft =
    (act: () => void): ActionHandler =>
    (event) => {
      if (!isInUse(screen.current) || hasUndoOfItsOwn(event?.target ?? null)) return false;
      act();
      return true;
    };
  useActions({
    send() {
      if (!isInUse(screen.current)) return false;
      keys.onSend();
      return true;
    },
    undo: onDraft(keys.onUndo),
    redo: onDraft(keys.onRedo),
  });
}

function hasUndoOfItsOwn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest("[data-control]") !== null) return false;
  return target.matches("input:not([readonly]), textarea:not([readonly])");
}
