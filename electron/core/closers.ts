/** What has to be ended again, in the order it was started. */
export type Closers = {
  add(close: () => void | Promise<void>): void;
  /**
   * Ends everything, the last first, since what came later leans on what came before. One that fails keeps no other from
   * being ended; the failures are thrown together at the end. A second call waits for the first.
   */
  closeAll(): Promise<void>;
};

export function createClosers(): Closers {
  const closers: (() => void | Promise<void>)[] = [];
  let closing: Promise<void> | null = null;
  return {
    add: (close) => {
      closers.push(close);
    },
    closeAll: () => (closing ??= closeInTurn(closers.toReversed())),
  };
}

async function closeInTurn(closers: readonly (() => void | Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closers) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Not everything could be ended.");
}
