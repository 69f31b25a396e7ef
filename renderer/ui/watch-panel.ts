const FOCUSABLE =
  "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [contenteditable=true], [tabindex]:not([tabindex='-1'])";

/**
 * The `ref` of a panel: one without anything to focus in it takes the keyboard itself, so that it can be read and scrolled; one
 * that has a control is no stop of its own. Looked up by selector alone: asking what is visible would lay out the page at each
 * change.
 */
export function watchPanel(panel: HTMLElement | null): (() => void) | undefined {
  if (panel === null) return undefined;
  const update = () => {
    if (panel.querySelector(FOCUSABLE) === null) panel.tabIndex = 0;
    else panel.removeAttribute("tabindex");
  };
  update();
  const observer = new MutationObserver(update);
  observer.observe(panel, { childList: true, subtree: true });
  return () => observer.disconnect();
}
