export function isMac(): boolean {
  return navigator.userAgent.includes("Mac");
}

/** The Mac's name for the key that others call Ctrl. */
export function commandKeyName(): string {
  return isMac() ? "⌘" : "Ctrl";
}

/** Whether a screen is shown: not hidden behind another one, nor under a dialog. */
export function isInUse(element: HTMLElement | null): boolean {
  if (element === null) return false;
  return element.checkVisibility() && element.closest("[inert], [aria-hidden=true]") === null;
}
