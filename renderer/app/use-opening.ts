import { useRef, useState, type RefObject } from "react";
import type { ActionId } from "./actions/table.ts";
import { useActions } from "./actions-context.tsx";
import { isInUse } from "./platform.ts";

export type Opening = {
  readonly isOpen: boolean;
  readonly setIsOpen: (isOpen: boolean) => void;
  /** For the button that opens it. */
  readonly button: RefObject<HTMLButtonElement | null>;
};

/** Something that a button opens, and an action wherever the button is shown. */
export function useOpening(id: ActionId): Opening {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useActions({
    [id]: () => {
      if (!isInUse(button.current)) return false;
      setIsOpen(true);
      return true;
    },
  });
  return { isOpen, setIsOpen, button };
}
