import { focusCode } from "../../ui/focus-code.ts";
import { focusField, shownFields } from "./field-of-path.ts";

/** A second: what has not been drawn by then is not coming. */
const MOST_FRAMES = 60;

/**
 * To be called before another draft is shown, which takes away what has the keyboard. It then goes to the same place of the draft
 * that is shown: its text, the field of the same name, else the first one; where there is none, to the draft's tab.
 */
export function keepFocus(screen: HTMLElement): void {
  const held = document.activeElement;
  if (held === null || !screen.contains(held)) return;
  const focusSame = sameAs(held);
  let frames = 0;
  const look = () => {
    frames += 1;
    if (frames > MOST_FRAMES) {
      if (!held.isConnected) focusTab(screen);
    } else if (held.isConnected || (hasNoFocus() && !focusSame(screen))) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Answers whether it is there already and has taken the keyboard. */
type FocusSame = (screen: HTMLElement) => boolean;

function sameAs(held: Element): FocusSame {
  if (held.closest("[data-draft-text]") !== null) {
    return (screen) => focusCode(screen.querySelector("[data-draft-text]"));
  }
  if (held.matches("[role=tab]")) return focusTab;
  const field = held.closest<HTMLElement>("[data-field]")?.dataset["field"];
  return (screen) => (field !== undefined && focusField(screen, field)) || focusFirst(screen);
}

/** Once all of the form is drawn: the field of the same name may be among the last. */
function focusFirst(screen: HTMLElement): boolean {
  if (screen.querySelector("[data-drawing]") !== null) return false;
  return shownFields(screen).some((field) => focusField(screen, field));
}

function focusTab(screen: HTMLElement): boolean {
  const tab = screen.querySelector<HTMLElement>("[role=tab][data-tab][aria-selected=true]");
  tab?.focus();
  return tab !== null;
}
