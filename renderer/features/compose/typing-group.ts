/** A pause that ends a step of undo. */
const PAUSE_MS = 1_000;

/**
 * Names the step of undo that a change typed in the editor belongs to: typing on at one place without a pause is one step.
 * `now` in milliseconds.
 */
export function createTypingGroup(): (offset: number, now: number) => string {
  let step = 0;
  let last = { offset: Number.NaN, at: Number.NEGATIVE_INFINITY };
  return (offset, now) => {
    const goesOn = Math.abs(offset - last.offset) <= 1 && now - last.at < PAUSE_MS;
    if (!goesOn) step += 1;
    last = { offset, at: now };
    return `editor:${step}`;
  };
}
