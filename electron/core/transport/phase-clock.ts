import type { Phase, Timings } from "../../../shared/domain/exchange.ts";

/** Measures one attempt as a sequence of phases. Milliseconds with fractions, from a clock that never jumps. */
export type PhaseClock = {
  readonly phase: () => Phase;
  /** Ends the phase that was and begins this one. */
  readonly enter: (phase: Phase) => void;
  /** Ends the last phase. A phase that began and failed counts up to its end. */
  readonly finish: () => Timings;
};

export function startPhaseClock(readClock: () => number = () => performance.now()): PhaseClock {
  const startedAt = readClock();
  const spent: Partial<Record<Phase, number>> = {};
  let phase: Phase = "prepare";
  let phaseStartedAt = startedAt;

  function end(): number {
    const now = readClock();
    spent[phase] = (spent[phase] ?? 0) + (now - phaseStartedAt);
    return now;
  }

  return {
    phase: () => phase,
    enter(next) {
      phaseStartedAt = end();
      phase = next;
    },
    finish() {
      const now = end();
      const proxy = spent.proxy === undefined ? {} : { proxy: spent.proxy };
      const { dns = null, connect = null, tls = null, send = null, wait = null, receive = null } = spent;
      return { dns, connect, ...proxy, tls, send, wait, receive, total: now - startedAt };
    },
  };
}
