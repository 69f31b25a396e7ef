import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { Button } from "../../ui/button.tsx";
import { CompactLabel } from "../../ui/compact-label.tsx";
import { PasteIcon } from "../../ui/icons.tsx";
import { PasteDialog, type PasteDialogProps } from "./paste-dialog.tsx";
import { usePasteKey } from "./use-paste-key.ts";

export type Paste = {
  /** Opens the dialog; to be put where it belongs. */
  readonly button: ReactNode;
  readonly dialog: ReactNode;
};

/** The button and the key that open the dialog, and the dialog, which outlives the form that the button is part of. */
export function usePaste(props: Omit<PasteDialogProps, "onClose">): Paste {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  usePasteKey(button, () => setIsOpen(true));
  useFocusAfter(isOpen, button);
  return {
    button: (
      <Button label="Paste..." onPress={() => setIsOpen(true)} ref={button} size="small" variant="quiet">
        <CompactLabel short={<PasteIcon />}>Paste...</CompactLabel>
      </Button>
    ),
    dialog: isOpen ? <PasteDialog {...props} onClose={() => setIsOpen(false)} /> : null,
  };
}

/** Another draft has another form with another button: the dialog cannot give the focus back to the one before. */
function useFocusAfter(isOpen: boolean, button: RefObject<HTMLElement | null>): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!hasClosed) return undefined;
    // The dialog itself tries in the frame after it is gone.
    const timer = window.setTimeout(() => {
      if (document.activeElement === document.body) button.current?.focus();
    }, 100);
    return () => window.clearTimeout(timer);
  }, [isOpen, button]);
}
