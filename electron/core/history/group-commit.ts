import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";

type Waiting = {
  readonly exchange: Exchange;
  readonly resolve: (summary: ExchangeSummary) => void;
  readonly reject: (error: unknown) => void;
};

export type GroupCommit = {
  /** Resolves once the exchange is on disk, rejects with SQLite's error where it could not be written. */
  append(exchange: Exchange): Promise<ExchangeSummary>;
  /** Writes at once what is waiting. */
  flush(): void;
};

/**
 * Makes exchanges that end at about the same time durable together: one sync of the disk costs more than many rows, and a
 * run sends many events at a time. A lone exchange waits for nothing but the end of the current turn.
 * `write` puts all of them into one transaction, or none.
 */
export function createGroupCommit(write: (exchanges: readonly Exchange[]) => ExchangeSummary[]): GroupCommit {
  let waiting: Waiting[] = [];
  const flush = () => {
    const group = waiting;
    waiting = [];
    if (group.length > 0) writeGroup(group, write);
  };
  return {
    append: (exchange) =>
      new Promise((resolve, reject) => {
        waiting.push({ exchange, resolve, reject });
        if (waiting.length === 1) setImmediate(flush);
      }),
    flush,
  };
}

/** One that cannot be written must not take the others with it, so a group that failed is tried one by one. */
function writeGroup(
  group: readonly Waiting[],
  write: (exchanges: readonly Exchange[]) => ExchangeSummary[],
): void {
  try {
    const summaries = write(group.map(({ exchange }) => exchange));
    for (const [index, { resolve, reject }] of group.entries()) {
      const summary = summaries[index];
      if (summary === undefined) reject(new Error("History answered fewer rows than it was given."));
      else resolve(summary);
    }
  } catch (error) {
    if (group.length === 1) group[0]?.reject(error);
    else for (const one of group) writeGroup([one], write);
  }
}
