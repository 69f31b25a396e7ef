/** How much larger an element is drawn than its own CSS pixels say: pointers are told in the window's. */
export function cssZoomOf(element: Element): number {
  return element.currentCSSZoom;
}
