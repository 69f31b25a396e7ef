/** How often it is looked whether the time is over; a lock may come this much late. */
const LOOK_EVERY_MS = 15_000;

/** What tells the time: `elapsed` only ever grows but may stand still while the computer sleeps, `wall` may jump. */
export type IdleClock = { elapsed(): number; wall(): number };

export type IdleLock = {
  /** The user or a run did something. */
  touch(): void;
  /** Looks whether the time is over, as it also does by itself. */
  look(): void;
  stop(): void;
};

/**
 * Locks once nothing was done for as long as the setting says. The longer of two times counts: so neither a clock set back
 * nor a night asleep leaves the vault open. `minutes` 0 is never.
 */
export function startIdleLock(options: {
  readonly minutes: () => number;
  readonly lock: () => void;
  readonly clock: IdleClock;
}): IdleLock {
  const { clock } = options;
  const now = () => ({ elapsed: clock.elapsed(), wall: clock.wall() });
  let last = now();
  const look = (): void => {
    const minutes = options.minutes();
    if (minutes <= 0) return;
    const idle = Math.max(clock.elapsed() - last.elapsed, clock.wall() - last.wall);
    if (idle >= minutes * 60_000) options.lock();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  // Waiting for idleness is no reason for a program to go on.
  timer.unref();
  return {
    touch: () => {
      // What happens after the time is over must not make up for it.
      look();
      last = now();
    },
    look,
    stop: () => clearInterval(timer),
  };
}
