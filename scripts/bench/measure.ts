/** `rate` is calls per second; `processorMs` the processor time of one call, all threads of this process together. */
export type Calls = { readonly rate: number; readonly processorMs: number };

/** Has `concurrency` loops make `count` calls between them, after a warm-up of a tenth. */
export async function measureCalls(
  count: number,
  concurrency: number,
  call: () => Promise<unknown>,
): Promise<Calls> {
  await runLoops(Math.ceil(count / 10), concurrency, call);
  const start = performance.now();
  const before = process.cpuUsage();
  await runLoops(count, concurrency, call);
  const { user, system } = process.cpuUsage(before);
  return { rate: count / ((performance.now() - start) / 1000), processorMs: (user + system) / 1000 / count };
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
