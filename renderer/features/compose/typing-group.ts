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

export type FieldSteps = {
  /** The step of undo that a change belongs to: typing on in one field (`group`) without a pause is one. */
  readonly stepOf: (group: string | null, now: number) => string | null;
  /** What is changed next is a step of its own, so that undo goes back to how things stand now, as when they were sent. */
  readonly end: () => void;
};

/** Names the steps of undo of a draft's fields. `now` in milliseconds. */
export function createFieldSteps(): FieldSteps {
  let step = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    stepOf(group, now) {
      if (now - lastAt >= PAUSE_MS) step += 1;
      lastAt = now;
      return group === null ? null : `${group} ${step}`;
    },
    end() {
      step += 1;
    },
  };
}
