import { useEffect, useEffectEvent, useMemo } from "react";
import { useActionRunner } from "./actions-context.tsx";
import { actionsByKey } from "./actions/table.ts";
import { isMac } from "./platform.ts";
import { shortcutOf, typesCharacter } from "./shortcut.ts";
import { useSetting } from "./use-setting.ts";

/**
 * Listens to the keys of all actions, before the control that has the focus: some controls keep every key to themselves, a
 * list or a menu would take Enter. A key that would type a character is left to who is typing, and a dialog has its own keys.
 */
export function useWindowKeys(): void {
  const keys = useSetting("keys");
  const actions = useActionRunner();
  const byKey = useMemo(() => actionsByKey(keys), [keys]);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = event.getModifierState("AltGraph") ? null : shortcutOf(event, isMac());
    const candidates = shortcut === null ? undefined : byKey.get(shortcut);
    if (shortcut === null || candidates === undefined || isDialogOpen()) return;
    if (typesCharacter(shortcut) && isTyping(event.target)) return;
    const done = candidates.find(
      ({ id, repeats }) =>
        (event.repeat && repeats !== true && actions.isThere(id)) || actions.run(id, event),
    );
    if (done === undefined || done.isPassedOn === true) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
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
