import type { Timings } from "../domain/exchange.ts";

/** The measured phases in the order they take place, with their names for people. */
export const MEASURED_PHASES = [
  ["dns", "DNS"],
  ["connect", "Connect"],
  ["proxy", "Proxy"],
  ["tls", "TLS"],
  ["send", "Send"],
  ["wait", "Wait"],
  ["receive", "Receive"],
] as const satisfies readonly (readonly [keyof Timings, string])[];

/** A phase that took place, and how long it took. */
export type PhaseTime = { readonly name: string; readonly milliseconds: number };

/** Less than this, in milliseconds, would be shown as nothing. */
const LEAST_SHOWN = 0.05;

/** Of the whole time, in milliseconds, what went by before the first measured phase; null when that would be shown as nothing. */
export function prepareTime(timings: Timings): number | null {
  const measured = MEASURED_PHASES.reduce((sum, [key]) => sum + (timings[key] ?? 0), 0);
  const rest = timings.total - measured;
  return rest < LEAST_SHOWN ? null : rest;
}

/**
 * The phases one after the other as they took place; those that did not (null) are left out. What the total has beyond them went by
 * before the first: `Prepare`.
 */
export function phasesOf(timings: Timings): readonly PhaseTime[] {
  const measured = MEASURED_PHASES.flatMap(([key, name]) => {
    const milliseconds = timings[key] ?? null;
    return milliseconds === null ? [] : [{ name, milliseconds }];
  });
  const prepare = prepareTime(timings);
  return prepare === null ? measured : [{ name: "Prepare", milliseconds: prepare }, ...measured];
}
