import type { Outcome } from "../../../shared/domain/exchange.ts";
import type { HistorySeries } from "../../../shared/domain/history.ts";

export type Bucket = HistorySeries["buckets"][number];

/** From the bottom of a bar upwards. */
export const STACKED_OUTCOMES = [
  "accepted",
  "rejected",
  "unrecognised",
  "failed",
  "cancelled",
] as const satisfies readonly Outcome[];

/** A part of a bar, in units of the drawing: from the top down. */
export type BarPart = { readonly outcome: Outcome; readonly y: number; readonly height: number };

export function bucketCount(bucket: Bucket): number {
  return STACKED_OUTCOMES.reduce((sum, outcome) => sum + (bucket.outcomes[outcome] ?? 0), 0);
}

/** The bar of a bucket over a drawing of this height, where `most` reaches its top. An outcome that occurred is seen. */
export function stackBar(bucket: Bucket, most: number, height: number): readonly BarPart[] {
  let bottom = height;
  return STACKED_OUTCOMES.flatMap((outcome) => {
    const count = bucket.outcomes[outcome] ?? 0;
    if (count === 0 || most === 0) return [];
    const part = Math.max(1, (count / most) * height);
    bottom -= part;
    return [{ outcome, y: Math.max(0, bottom), height: part }];
  });
}

/** A path through the values, broken where there is none. x goes by bucket in a drawing of this width. */
export function linePath(
  values: readonly (number | null)[],
  most: number,
  width: number,
  height: number,
): string {
  const step = width / Math.max(1, values.length);
  let isDrawing = false;
  return values
    .flatMap((value, index) => {
      if (value === null) {
        isDrawing = false;
        return [];
      }
      const x = (index + 0.5) * step;
      const y = most === 0 ? height : height - (value / most) * height;
      const command = isDrawing ? "L" : "M";
      isDrawing = true;
      // A value with no neighbour would be a line of no length, which nobody sees.
      const isAlone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
      return [`${command}${round(x)} ${round(y)}${isAlone ? "h0.01" : ""}`];
    })
    .join(" ");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The next round number, for the top of a scale: 1, 2 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= value) ?? 10;
  return factor * power;
}
