import { parseDuration } from "./durations.ts";
import { momentOf, wallTimeAt, type WallTime } from "./zone.ts";

/** What "now" and "today" are. `now` is milliseconds since 1970; `timeZone` an IANA name. */
export type TimeContext = { readonly now: number; readonly timeZone: string };

/** From `from` to before `until`, milliseconds since 1970. A moment that has no length has both equal. */
export type TimeSpan = { readonly from: number; readonly until: number };

const LOCAL =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

const LEAST: readonly number[] = [1, 1, 1, 0, 0, 0, 0];
const MOST: readonly number[] = [9999, 12, 31, 23, 59, 59, 999];

/**
 * The time that `now`, `today`, `yesterday`, `2h` (ago) or an ISO date or time names: as long as its last field, so that
 * `2026-11` is a month. Local to the zone unless it says `Z` or an offset. null for anything else.
 */
export function parseTime(text: string, context: TimeContext): TimeSpan | null {
  const word = text.trim().toLowerCase();
  if (word === "now") return { from: context.now, until: context.now };
  if (word === "today") return daySpan(context, 0);
  if (word === "yesterday") return daySpan(context, -1);
  const ago = parseDuration(word);
  if (ago !== null) return { from: context.now - ago, until: context.now - ago };
  return parseIso(word, context.timeZone);
}

function daySpan({ now, timeZone }: TimeContext, days: number): TimeSpan {
  const { year, month, day } = wallTimeAt(now, timeZone);
  const start = (shift: number) => momentOf(wallOf([year, month, day + shift]), timeZone);
  return { from: start(days), until: start(days + 1) };
}

function parseIso(text: string, timeZone: string): TimeSpan | null {
  const match = LOCAL.exec(text);
  if (match === null) return null;
  const fields = match
    .slice(1, 8)
    .filter((field) => field !== undefined)
    .map((field, index) => Number(index === 6 ? field.padEnd(3, "0") : field));
  const isValid = fields.every((value, index) => value >= (LEAST[index] ?? 0) && value <= (MOST[index] ?? 0));
  if (!isValid || !isDay(fields)) return null;
  const offset = match[8] === undefined ? null : parseOffset(match[8]);
  const moment = (parts: readonly number[]): number =>
    offset === null ? momentOf(wallOf(parts), timeZone) : momentOf(wallOf(parts), "UTC") - offset;
  const next = fields.map((value, index) => (index === fields.length - 1 ? value + 1 : value));
  return { from: moment(fields), until: moment(next) };
}

/** Whether the month has such a day. */
function isDay([year = 1, month = 1, day = 1]: readonly number[]): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

function parseOffset(text: string): number {
  if (text === "z") return 0;
  const [hours = 0, minutes = 0] = [text.slice(1, 3), text.slice(-2)].map(Number);
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function wallOf(fields: readonly number[]): WallTime {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = fields;
  return { year, month, day, hour, minute, second, millisecond };
}
