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

/** The phases one after the other as they took place; those that did not (null) are left out. */
export function waterfallBars(timings: Timings): readonly WaterfallBar[] {
  const phases = PHASES.flatMap(([name, key]) => {
    const milliseconds = timings[key] ?? null;
    return milliseconds === null ? [] : [{ name, milliseconds }];
  });
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
