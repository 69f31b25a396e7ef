import { fromInput, toInput } from "./moments-in-words.ts";

const DAY_MS = 86_400_000;

/**
 * What to say of a time that was set on this computer's clock, `2026-03-29T02:30`, on a day that the clock is changed: it is
 * skipped, or comes twice. Null for any other.
 */
export function clockChange(value: string): string | null {
  const epochMs = fromInput(value, "local");
  const written = fromInput(value, "utc");
  if (epochMs === null || written === null) return null;
  const taken = toInput(epochMs, "local");
  if (fromInput(taken, "utc") !== written) {
    return `This computer's clock skips ${timeOf(value)} on that day. ${timeOf(taken)} was taken, ${utcTime(epochMs)}.`;
  }
  const twin = twinOf(epochMs);
  if (twin === null) return null;
  const [which, other] = twin > epochMs ? ["first", "second"] : ["second", "first"];
  return `${timeOf(value)} comes twice on that day. The ${which} was taken, ${utcTime(epochMs)}; the ${other} is ${utcTime(twin)}.`;
}

/**
 * What a time is after more of it was typed. Where the hour is one that is skipped, the field has shown the one that was taken
 * since, and its minutes are those of the hour that was meant.
 */
export function setNow(before: string | null, value: string): string {
  const epochMs = before === null ? null : fromInput(before, "local");
  if (before === null || epochMs === null) return value;
  const taken = toInput(epochMs, "local");
  const isSameHour = taken.slice(0, HOUR_END) === value.slice(0, HOUR_END);
  const isSkipped = taken.slice(0, HOUR_END) !== before.slice(0, HOUR_END);
  return isSameHour && isSkipped ? before.slice(0, HOUR_END) + value.slice(HOUR_END) : value;
}

/** `2026-03-29T02` */
const HOUR_END = 13;

/** Another moment at which the clock shows the same: an hour earlier or later, or by whatever the clock is changed. */
function twinOf(epochMs: number): number | null {
  const minutes = (at: number) => new Date(at).getTimezoneOffset();
  const change = (minutes(epochMs - DAY_MS) - minutes(epochMs + DAY_MS)) * 60_000;
  const shown = toInput(epochMs, "local");
  const twin = [epochMs + change, epochMs - change].find(
    (at) => at !== epochMs && toInput(at, "local") === shown,
  );
  return twin ?? null;
}

function timeOf(value: string): string {
  return value.slice(11, 16);
}

function utcTime(epochMs: number): string {
  return `${timeOf(toInput(epochMs, "utc"))} UTC`;
}
