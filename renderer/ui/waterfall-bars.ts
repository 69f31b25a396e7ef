import type { Timings } from "../../shared/domain/exchange.ts";

/** A phase that took place, with its place in the whole: `start` and `length` from 0 to 1. */
export type WaterfallBar = {
  readonly name: string;
  readonly milliseconds: number;
  readonly start: number;
  readonly length: number;
};

const PHASES = [
  ["DNS", "dns"],
  ["Connect", "connect"],
  ["Proxy", "proxy"],
  ["TLS", "tls"],
  ["Send", "send"],
  ["Wait", "wait"],
  ["Receive", "receive"],
] as const;

/** Less than this, in milliseconds, would be shown as nothing. */
const LEAST_SHOWN = 0.05;

/**
 * The phases one after the other as they took place; those that did not (null) are left out. What the total has beyond them went by
 * before the first: `Prepare`.
 */
export function waterfallBars(timings: Timings): readonly WaterfallBar[] {
  const measured = PHASES.flatMap(([name, key]) => {
    const milliseconds = timings[key] ?? null;
    return milliseconds === null ? [] : [{ name, milliseconds }];
  });
  const rest = timings.total - measured.reduce((sum, phase) => sum + phase.milliseconds, 0);
  const phases = rest < LEAST_SHOWN ? measured : [{ name: "Prepare", milliseconds: rest }, ...measured];
  const whole = phases.reduce((sum, phase) => sum + phase.milliseconds, 0);
  const scale = whole === 0 ? 0 : 1 / whole;
  let elapsed = 0;
  return phases.map((phase) => {
    const start = elapsed * scale;
    elapsed += phase.milliseconds;
    return {
      name: phase.name,
      milliseconds: phase.milliseconds,
      start,
      length: phase.milliseconds * scale,
    };
  });
}
