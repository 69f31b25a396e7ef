import { ZOOM_BOUNDS } from "../../shared/domain/settings.ts";

/** Sizes of the window, as browsers step through them. */
const STEPS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** The next size up or down; the same at either end. */
export function zoomedBy(zoom: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? STEPS.find((step) => step > zoom + 0.001)
      : STEPS.findLast((step) => step < zoom - 0.001);
  return next ?? (direction === 1 ? ZOOM_BOUNDS.most : ZOOM_BOUNDS.least);
}
