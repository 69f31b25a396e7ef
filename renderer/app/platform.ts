export function isMac(): boolean {
  return navigator.userAgent.includes("Mac");
}

/** Whether a screen is shown: not hidden behind another one, nor under a dialog. */
export function isInUse(element: HTMLElement | null): boolean {
  if (element === null) return false;
  return element.checkVisibility() && element.closest("[inert], [aria-hidden=true]") === null;
}
