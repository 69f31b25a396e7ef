import type { Retention } from "../../../shared/domain/history.ts";

/** The limits as they are typed; empty is none. Megabytes are a million bytes. */
export type TypedLimits = { readonly days: string; readonly count: string; readonly megabytes: string };

const BYTES = 1_000_000;
const MOST = { days: 36_500, count: 100_000_000, megabytes: 1_000_000 } as const satisfies Record<
  keyof TypedLimits,
  number
>;

export function typedLimits(retention: Retention): TypedLimits {
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    days: text(retention.maximumAgeDays),
    count: text(retention.maximumCount),
    megabytes: text(retention.maximumBytes === null ? null : Math.round(retention.maximumBytes / BYTES)),
  };
}

/** Why a limit cannot be that; null where it can. */
export function limitProblem(limits: TypedLimits, name: keyof TypedLimits): string | null {
  const value = readLimit(limits[name]);
  if (value === null) return null;
  if (Number.isSafeInteger(value) && value >= 1 && value <= MOST[name]) return null;
  return `A whole number from 1 to ${MOST[name].toLocaleString("en-GB")}, or nothing for no limit.`;
}

/** The limits as they are kept; null where one of them is none. */
export function readLimits(limits: TypedLimits): Retention | null {
  if ((["days", "count", "megabytes"] as const).some((name) => limitProblem(limits, name) !== null))
    return null;
  const megabytes = readLimit(limits.megabytes);
  return {
    maximumAgeDays: readLimit(limits.days),
    maximumCount: readLimit(limits.count),
    maximumBytes: megabytes === null ? null : megabytes * BYTES,
  };
}

/** Thousands may be set apart as they are shown. */
function readLimit(text: string): number | null {
  const digits = text.replaceAll(/[,\s]/g, "");
  return digits === "" ? null : Number(digits);
}
