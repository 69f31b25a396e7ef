import {
  formatTimestamp,
  isWritable,
  parseTimestamp,
  timestampFormats,
  type TimestampFormat,
} from "../compose/timestamp.ts";

/** Units of an offset as placeholders name them, with their length in milliseconds. */
export const offsetUnits = ["ms", "s", "m", "h", "d", "w"] as const;
export type OffsetUnit = (typeof offsetUnits)[number];

/** An offset has at most nine digits. */
export const MOST_AMOUNT = 999_999_999;

export type MomentOffset = {
  readonly amount: number;
  readonly unit: OffsetUnit;
  readonly direction: "before" | "after";
};

/**
 * How a text says when something happened. `now` and `offset` are stamped when sent; `offset` is null where the placeholder has
 * one that is made of several units. `fixed` is a time as it is written, with the moment where it names one.
 */
export type MomentText =
  | { readonly kind: "now"; readonly format: TimestampFormat }
  | { readonly kind: "offset"; readonly format: TimestampFormat; readonly offset: MomentOffset | null }
  | { readonly kind: "fixed"; readonly format: TimestampFormat | null; readonly epochMs: number | null };

const NOW = /^\{\{\s*\$now\s*((?::[^{}:]*)*)\}\}$/u;
const ONE_UNIT = /^([+-])([0-9]{1,9})(ms|s|m|h|d|w)$/u;
const ANY_OFFSET = /^[+-](?:[0-9]+(?:ms|s|m|h|d|w))+$/u;

/** Reads any text; never throws. A placeholder with options that are none is a fixed text. */
export function readMoment(text: string): MomentText {
  const options = NOW.exec(text)?.[1]
    ?.split(":")
    .slice(1)
    .map((option) => option.trim());
  if (options !== undefined) return readNow(options) ?? { kind: "fixed", format: null, epochMs: null };
  const reading = parseTimestamp(text);
  if (reading.kind !== "moment") return { kind: "fixed", format: null, epochMs: null };
  return { kind: "fixed", format: reading.format, epochMs: reading.epochMs };
}

function readNow(options: readonly string[]): MomentText | null {
  const formats = options.filter((option) => timestampFormats.some((format) => format === option));
  const offsets = options.filter((option) => ANY_OFFSET.test(option));
  if (formats.length > 1 || offsets.length > 1 || formats.length + offsets.length < options.length)
    return null;
  const format = timestampFormats.find((known) => known === formats[0]) ?? "seed";
  const [offset] = offsets;
  return offset === undefined
    ? { kind: "now", format }
    : { kind: "offset", format, offset: readOffset(offset) };
}

function readOffset(text: string): MomentOffset | null {
  const [, sign, amount, unitText] = ONE_UNIT.exec(text) ?? [];
  const unit = offsetUnits.find((known) => known === unitText);
  if (unit === undefined) return null;
  return { amount: Number(amount), unit, direction: sign === "-" ? "before" : "after" };
}

/** The placeholder of the moment of sending. The default format is not named. */
export function nowText(format: TimestampFormat): string {
  return placeholder([], format);
}

export function offsetText({ amount, unit, direction }: MomentOffset, format: TimestampFormat): string {
  return placeholder([`${direction === "before" ? "-" : "+"}${amount}${unit}`], format);
}

function placeholder(options: readonly string[], format: TimestampFormat): string {
  return `{{${["$now", ...options, ...(format === "seed" ? [] : [format])].join(":")}}}`;
}

/** A moment as it is written; null for one that has no four-digit year. */
export function fixedText(epochMs: number, format: TimestampFormat): string | null {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) || !isWritable(date) ? null : formatTimestamp(date, format);
}

/** The same moment in another format; null where the text names none. A placeholder of several units keeps them. */
export function inFormat(text: string, format: TimestampFormat): string | null {
  const moment = readMoment(text);
  switch (moment.kind) {
    case "now":
      return nowText(format);
    case "offset": {
      const option = text.split(/[:{}]/u).find((part) => ANY_OFFSET.test(part.trim()));
      return placeholder(option === undefined ? [] : [option.trim()], format);
    }
    case "fixed":
      return moment.epochMs === null ? null : fixedText(moment.epochMs, format);
  }
  return moment satisfies never;
}

const EPOCH_MS = /^\d{12,14}$/u;

/** The moment of a text that is milliseconds since 1970, as clocks of programs write them; null for any other. No API takes one. */
export function epochMilliseconds(text: string): number | null {
  return EPOCH_MS.test(text.trim()) ? Number(text) : null;
}
