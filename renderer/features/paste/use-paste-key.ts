import type { RefObject } from "react";
import { useActions } from "../../app/actions-context.tsx";
import { isInUse, isTextField } from "../../app/platform.ts";

/** Opens what a button opens while the button is shown. Where a text field has the focus its key is the field's. */
export function usePasteKey(button: RefObject<HTMLElement | null>, onPress: () => void): void {
  useActions({
    paste(event) {
      if (isTextField(event?.target ?? null) || !isInUse(button.current)) return false;
      onPress();
      return true;
    },
  });
}
