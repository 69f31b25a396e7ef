/** Calls per second when `concurrency` loops make `count` calls between them, after a warm-up of a tenth. */
export async function measureRate(
  count: number,
  concurrency: number,
  call: () => Promise<unknown>,
): Promise<number> {
  await runLoops(Math.ceil(count / 10), concurrency, call);
  const start = performance.now();
  await runLoops(count, concurrency, call);
  return count / ((performance.now() - start) / 1000);
}

async function runLoops(count: number, concurrency: number, call: () => Promise<unknown>): Promise<void> {
  let left = count;
  const loop = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
}

/** The value below which the given share of all values lies; 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
