import type { RefObject } from "react";
import { useActions, type ActionHandler } from "../../app/actions-context.tsx";
import { isInUse } from "../../app/platform.ts";
import { keepFocus } from "./keep-focus.ts";

export type TabKeyActions = {
  readonly onStep: (step: 1 | -1) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onClose: () => void;
  readonly onReopen: () => void;
  readonly onNew: () => void;
};

/**
 * What is done with the drafts' tabs, wherever the focus is while Compose is shown. Their keys go with Alt, because browsers
 * keep the usual ones to themselves. The keyboard stays where it is in the draft.
 */
export function useTabKeys(screen: RefObject<HTMLElement | null>, actions: TabKeyActions): void {
  const here =
    (act: () => void): ActionHandler =>
    () => {
      if (screen.current === null || !isInUse(screen.current)) return false;
      keepFocus(screen.current);
      act();
      return true;
    };
  useActions({
    "draft.next": here(() => actions.onStep(1)),
    "draft.previous": here(() => actions.onStep(-1)),
    "draft.right": here(() => actions.onMove(1)),
    "draft.left": here(() => actions.onMove(-1)),
    "draft.close": here(actions.onClose),
    "draft.reopen": here(actions.onReopen),
    "draft.new": here(actions.onNew),
  });
}
