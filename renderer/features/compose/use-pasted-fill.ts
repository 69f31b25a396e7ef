import { useEffect, useEffectEvent, type RefObject } from "react";
import type { Parameter } from "../../../shared/domain/catalog.ts";
import { isFillFor } from "../../../shared/form/fill.ts";
import { useActions } from "../../app/actions-context.tsx";
import { isInUse, isTextField } from "../../app/platform.ts";

/**
 * Hands on values for many parameters that are pasted while the form is shown and no text field takes them; nothing where they
 * are asked for from the palette.
 */
export function usePastedFill(
  form: RefObject<HTMLElement | null>,
  declared: readonly Parameter[],
  onFill: (pasted: string) => void,
): void {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isTextField(event.target) || !isInUse(form.current)) return;
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (!isFillFor(pasted, declared)) return;
    // The dialog is there before the browser pastes, and its field would take the text a second time.
    event.preventDefault();
    onFill(pasted);
  });
  useActions({
    "parameters.fill"() {
      if (!isInUse(form.current)) return false;
      onFill("");
      return true;
    },
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onPaste(event);
    document.addEventListener("paste", listener);
    return () => document.removeEventListener("paste", listener);
  }, []);
}
