/**
 * The sizes of the panes until they are moved, in CSS pixels: shares of the window as it is at the start, because what is
 * right at 1440 pixels leaves no room for the form at 1100.
 */
export const DEFAULT_SIZES = {
  events: Math.round(share(window.innerWidth, 0.19, 176, 250)),
  request: Math.round(share(window.innerWidth, 0.335, 340, 620)),
  answer: Math.round(share(window.innerHeight, 0.47, 345, 560)),
};

/** In a small window at a large size of everything, panes go down to these before they are scrolled sideways. */
export const LEAST_SIZES = { form: 216, request: 300, formAndRequest: 517 };

function share(whole: number, part: number, least: number, most: number): number {
  return Math.min(Math.max(whole * part, least), most);
}
