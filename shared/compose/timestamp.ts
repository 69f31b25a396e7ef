/**
 * The three ways in which the vendor's sources write a time, all UTC (OPTIMOVE-API.md, section 2):
 * `seed` `2020-04-12 17:32:06.094 UTC`, `micro` `2024-05-27 10:30:00.000000 UTC`, `iso` `2020-04-12T17:32:06.094Z`.
 */
export const timestampFormats = ["seed", "micro", "iso"] as const;
export type TimestampFormat = (typeof timestampFormats)[number];

/** `offset` is a local time with its distance from UTC, `+02:00`. */
type TimestampZone = "utc" | "offset" | "none";

/**
 * What a text says when it is read as a time.
 *
 * - `moment`: it names one. `format` is the accepted format it is written in, whether or not the zone is missing, and null
 *   for any other way of writing; an `iso` has up to nine fraction digits, or none. Without a zone it is read as UTC.
 * - `impossible`: it is written like a time, but there is no such time; `reason` is a sentence.
 * - `unreadable`: it is not written like a time at all.
 */
export type TimestampReading =
  | {
      readonly kind: "moment";
      readonly format: TimestampFormat | null;
      readonly zone: TimestampZone;
      readonly hasZone: boolean;
      /** Milliseconds since 1970-01-01 UTC; finer digits are cut. */
      readonly epochMs: number;
    }
  | {
      readonly kind: "impossible";
      readonly format: TimestampFormat | null;
      readonly hasZone: boolean;
      readonly reason: string;
    }
  | { readonly kind: "unreadable" };

const MINUTE = 60_000;

/** Date, then perhaps a time, then perhaps a zone. What is read here but is no accepted format has `format` null. */
const WRITTEN = new RegExp(
  "^(?<date>(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2}))" +
    "(?:(?<separator>[Tt]|\\s+)(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?)?" +
    "(?:\\s*(?<utc>UTC|GMT|Z)|\\s*(?<sign>[+-])(?<offsetHour>[0-9]{2}):?(?<offsetMinute>[0-9]{2}))?$",
  "i",
);

/** The accepted formats with the zone left optional, so that a missing zone is a finding of its own. */
const ACCEPTED: readonly (readonly [TimestampFormat, RegExp])[] = [
  ["seed", /^[0-9-]{10} [0-9:]{8}\.[0-9]{3}(?: UTC)?$/],
  ["micro", /^[0-9-]{10} [0-9:]{8}\.[0-9]{6}(?: UTC)?$/],
  ["iso", /^[0-9-]{10}T[0-9:]{8}(?:\.[0-9]{1,9})?Z?$/],
];

/**
 * Writes a moment of the years 0000 to 9999. `date` must be valid: outside of what ISO-8601 writes with four digits of
 * year there is no such text, and `isWritable` tells before.
 */
export function formatTimestamp(date: Date, format: TimestampFormat): string {
  const iso = date.toISOString();
  if (format === "iso") return iso;
  const seed = iso.replace("T", " ").replace("Z", "");
  return format === "seed" ? `${seed} UTC` : `${seed}000 UTC`;
}

/** Whether `formatTimestamp` can write the moment. */
export function isWritable(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999;
}

/** Reads a time as written in an event. Never throws; what is not one is data too. */
export function parseTimestamp(text: string): TimestampReading {
  const groups = WRITTEN.exec(text)?.groups;
  if (groups === undefined) return { kind: "unreadable" };
  const format = ACCEPTED.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  const zone = zoneOf(groups);
  const hasZone = zone !== "none";
  const reason = whyImpossible(groups);
  if (reason !== null) return { kind: "impossible", format, hasZone, reason };
  return { kind: "moment", format, zone, hasZone, epochMs: epochOf(groups) };
}

type Groups = Readonly<Record<string, string | undefined>>;

function zoneOf(groups: Groups): TimestampZone {
  if (groups["utc"] !== undefined) return "utc";
  return groups["sign"] === undefined ? "none" : "offset";
}

function numberOf(groups: Groups, name: string): number {
  return Number(groups[name] ?? "0");
}

function whyImpossible(groups: Groups): string | null {
  const month = numberOf(groups, "month");
  if (month < 1 || month > 12) return `There is no month ${groups["month"]}.`;
  const day = numberOf(groups, "day");
  if (day < 1 || day > daysIn(numberOf(groups, "year"), month)) return `There is no day ${groups["date"]}.`;
  if (numberOf(groups, "hour") > 23) return `There is no hour ${groups["hour"]}: hours go from 00 to 23.`;
  if (numberOf(groups, "minute") > 59)
    return `There is no minute ${groups["minute"]}: minutes go from 00 to 59.`;
  if (numberOf(groups, "second") > 59)
    return `There is no second ${groups["second"]}: seconds go from 00 to 59.`;
  if (numberOf(groups, "offsetHour") > 14 || numberOf(groups, "offsetMinute") > 59) {
    return `No zone is ${groups["sign"]}${groups["offsetHour"]}:${groups["offsetMinute"]} from UTC.`;
  }
  return null;
}

/** Day 0 of the following month is the last of this one. */
function daysIn(year: number, month: number): number {
  return utcDate(year, month + 1, 0).getUTCDate();
}

function epochOf(groups: Groups): number {
  const day = utcDate(numberOf(groups, "year"), numberOf(groups, "month"), numberOf(groups, "day"));
  const milliseconds = Number((groups["fraction"] ?? "").slice(0, 3).padEnd(3, "0"));
  day.setUTCHours(
    numberOf(groups, "hour"),
    numberOf(groups, "minute"),
    numberOf(groups, "second"),
    milliseconds,
  );
  const distance = (numberOf(groups, "offsetHour") * 60 + numberOf(groups, "offsetMinute")) * MINUTE;
  return groups["sign"] === "-" ? day.getTime() + distance : day.getTime() - distance;
}

/** `Date.UTC` takes the years 0 to 99 for those of the twentieth century; this does not. `month` counts from 1. */
function utcDate(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}
