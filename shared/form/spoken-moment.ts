import type { TimestampFormat } from "../compose/timestamp.ts";
import {
  MOST_AMOUNT,
  nowText,
  offsetText,
  offsetUnits,
  type MomentOffset,
  type OffsetUnit,
} from "./moment.ts";

const AMOUNT = String.raw`(?<amount>[0-9]{1,9}(?:[.,][0-9]{1,6})?|an?)\s*(?<unit>[a-z]+)`;
const BEHIND = new RegExp(String.raw`^${AMOUNT}\s+(?<direction>ago|before|from now|after|later)$`, "u");
const IN_FRONT = new RegExp(`^(?<direction>in)\\s+${AMOUNT}$`, "u");

/** Words that say all of it, in the units of an offset; null is the moment of sending. */
const WORDS: ReadonlyMap<string, MomentOffset | null> = new Map([
  ["now", null],
  ["just now", null],
  ["yesterday", { amount: 1, unit: "d", direction: "before" }],
  ["tomorrow", { amount: 1, unit: "d", direction: "after" }],
]);

const UNIT_WORDS: ReadonlyMap<string, OffsetUnit> = new Map([
  ["ms", "ms"],
  ["millisecond", "ms"],
  ["s", "s"],
  ["sec", "s"],
  ["second", "s"],
  ["m", "m"],
  ["min", "m"],
  ["minute", "m"],
  ["h", "h"],
  ["hour", "h"],
  ["d", "d"],
  ["day", "d"],
  ["w", "w"],
  ["week", "w"],
]);

const LENGTHS = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
} as const satisfies Record<OffsetUnit, number>;

/**
 * The placeholder of a moment as people say it: "2 hours ago", "in 3 days", "1.5 hours ago", "yesterday", "now". Null for any
 * other text, and for months and years, which have no length of their own.
 */
export function spokenMoment(text: string, format: TimestampFormat): string | null {
  const words = text.trim().toLowerCase();
  const whole = WORDS.get(words);
  if (whole === null) return nowText(format);
  const offset = whole ?? spokenOffset(words);
  return offset === null ? null : offsetText(offset, format);
}

function spokenOffset(words: string): MomentOffset | null {
  const groups = (BEHIND.exec(words) ?? IN_FRONT.exec(words))?.groups;
  const { amount = "", unit: word = "", direction = "" } = groups ?? {};
  const unit = UNIT_WORDS.get(word) ?? UNIT_WORDS.get(word.replace(/s$/u, ""));
  if (unit === undefined) return null;
  const isBefore = direction === "ago" || direction === "before";
  const number = /^[0-9]/u.test(amount) ? Number(amount.replace(",", ".")) : 1;
  const inWhole = wholeOffset(number, unit);
  return inWhole === null ? null : { ...inWhole, direction: isBefore ? "before" : "after" };
}

/** An offset has whole numbers: 1.5 hours are 90 minutes. Null for what is not whole in any unit. */
function wholeOffset(amount: number, unit: OffsetUnit): Pick<MomentOffset, "amount" | "unit"> | null {
  if (Number.isInteger(amount)) return { amount, unit };
  if (amount * LENGTHS[unit] < 1) return null;
  const length = Math.round(amount * LENGTHS[unit] * 1000) / 1000;
  const smaller = offsetUnits.toReversed().find((one) => length % LENGTHS[one] === 0);
  if (smaller === undefined || length / LENGTHS[smaller] > MOST_AMOUNT) return null;
  return { amount: length / LENGTHS[smaller], unit: smaller };
}
