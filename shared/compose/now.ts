import { failure, success, type Result } from "../result/result.ts";
import { formatTimestamp, isWritable, timestampFormats, type TimestampFormat } from "./timestamp.ts";

const UNIT_MILLISECONDS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const OFFSET = /^([+-])((?:[0-9]+(?:ms|s|m|h|d|w))+)$/;
const AMOUNT = /([0-9]+)(ms|s|m|h|d|w)/g;

/**
 * The moment of sending, moved and written as the options say: an offset (`-2h`, `+1d`, `-1d12h`), a format (`seed`, the
 * default, `micro`, `iso`), both in either order, or none. A day is 24 hours. Code: `placeholder.options`.
 */
export function evaluateNow(options: readonly string[], now: Date): Result<string> {
  let format: TimestampFormat | null = null;
  let offset: number | null = null;
  for (const option of options) {
    const namedFormat = timestampFormats.find((known) => known === option);
    const namedOffset = parseOffset(option);
    if (namedFormat !== undefined && format === null) format = namedFormat;
    else if (namedOffset !== null && offset === null) offset = namedOffset;
    else return failure("placeholder.options", explain(option));
  }
  const moment = new Date(now.getTime() + (offset ?? 0));
  if (!isWritable(moment)) {
    return failure("placeholder.options", "The offset leads out of the years 0000 to 9999.");
  }
  return success(formatTimestamp(moment, format ?? "seed"));
}

function explain(option: string): string {
  return (
    `"${option}" is no option of $now, or one too many. ` +
    "It takes one offset (-2h, +1d; units ms, s, m, h, d, w) and one format (seed, micro, iso)."
  );
}

/** Milliseconds; null for what is no offset. */
function parseOffset(text: string): number | null {
  const [, sign, amounts = ""] = OFFSET.exec(text) ?? [];
  if (sign === undefined) return null;
  let sum = 0;
  for (const [, count, unit = ""] of amounts.matchAll(AMOUNT)) {
    sum += Number(count) * (UNIT_MILLISECONDS[unit] ?? 0);
  }
  return sign === "-" ? -sum : sum;
}
