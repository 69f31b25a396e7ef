import { phasesOf, type PhaseTime } from "../../shared/answers/phases.ts";
import type { Timings } from "../../shared/domain/exchange.ts";

/** A phase that took place, with its place in the whole: `start` and `length` from 0 to 1. */
export type WaterfallBar = PhaseTime & { readonly start: number; readonly length: number };

/** The phases in their places, one after the other. */
export function waterfallBars(timings: Timings): readonly WaterfallBar[] {
  const phases = phasesOf(timings);
  const whole = phases.reduce((sum, phase) => sum + phase.milliseconds, 0);
  const scale = whole === 0 ? 0 : 1 / whole;
  let elapsed = 0;
  return phases.map((phase) => {
    const start = elapsed * scale;
    elapsed += phase.milliseconds;
    return { name: phase.name, milliseconds: phase.milliseconds, start, length: phase.milliseconds * scale };
  });
}
