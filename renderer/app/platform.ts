export function isMac(): boolean {
  return navigator.userAgent.includes("Mac");
}

/** Whether a screen is shown: not hidden behind another one, nor under a dialog. */
export function isInUse(element: HTMLElement | null): boolean {
  if (element === null) return false;
  return element.checkVisibility() && element.closest("[inert], [aria-hidden=true]") === null;
}

/** Whether typing and pasting there writes a text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.getAttribute("aria-readonly") === "true") return false;
  return target.isContentEditable || target.matches("input:not([readonly]), textarea:not([readonly])");
}
