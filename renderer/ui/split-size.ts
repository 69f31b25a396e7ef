/** What a split has to keep: neither pane under its minimum, all in CSS pixels. */
export type SplitLimits = {
  readonly available: number;
  readonly minimum: number;
  readonly minimumOther: number;
};

/** The largest size the sized pane may have; its minimum wins where both do not fit. */
export function maximumSize(limits: SplitLimits): number {
  return Math.max(limits.minimum, limits.available - limits.minimumOther);
}

export function clampSize(size: number, limits: SplitLimits): number {
  return Math.round(Math.min(Math.max(size, limits.minimum), maximumSize(limits)));
}

const STEP = 16;
const LARGE_STEP = 64;

/**
 * The size after a key, or null for a key that means nothing here. Arrows move the separator; whether that grows the
 * sized pane depends on the side it is on (`growsForward`: the sized pane comes first).
 */
export function sizeAfterKey(
  key: { readonly name: string; readonly isLarge: boolean },
  size: number,
  limits: SplitLimits,
  growsForward: boolean,
): number | null {
  const step = (key.isLarge ? LARGE_STEP : STEP) * (growsForward ? 1 : -1);
  switch (key.name) {
    case "ArrowRight":
    case "ArrowDown":
      return clampSize(size + step, limits);
    case "ArrowLeft":
    case "ArrowUp":
      return clampSize(size - step, limits);
    case "Home":
      return clampSize(growsForward ? 0 : Infinity, limits);
    case "End":
      return clampSize(growsForward ? Infinity : 0, limits);
    default:
      return null;
  }
}
