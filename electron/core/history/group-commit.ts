import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";

type Waiting = {
  readonly exchange: Exchange;
  readonly resolve: (summary: ExchangeSummary) => void;
  readonly reject: (error: unknown) => void;
};

/** One whose row is committed, but not yet known to be on the disk. */
type Unsynced = Waiting & { readonly summary: ExchangeSummary };

export type GroupCommit = {
  /** Resolves once the exchange is on disk, rejects with SQLite's error where it could not be written. */
  append(exchange: Exchange): Promise<ExchangeSummary>;
  /** Writes at once what is waiting, and resolves when all of it is on disk. */
  flush(): Promise<void>;
};

/**
 * Makes exchanges that end at about the same time durable together: one transaction and one sync of the disk cost more than
 * many rows, and a run sends many events at a time. A lone exchange waits for nothing but the end of the current turn; what
 * ends while the disk is at it is written together as soon as the disk is done, and sending goes on meanwhile.
 * `write` puts all of them into one transaction, or none; `sync` makes every transaction so far durable.
 */
export function createGroupCommit(
  write: (exchanges: readonly Exchange[]) => ExchangeSummary[],
  sync: () => Promise<void>,
): GroupCommit {
  let waiting: Waiting[] = [];
  let unsynced: Unsynced[] = [];
  let syncing: Promise<void> | null = null;

  const writeWaiting = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length > 0) unsynced.push(...writeGroup(group, write));
  };
  const syncAll = async (): Promise<void> => {
    while (unsynced.length > 0) {
      const group = unsynced;
      unsynced = [];
      try {
        await sync();
        for (const { resolve, summary } of group) resolve(summary);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
      writeWaiting();
    }
    syncing = null;
  };
  const writeNow = (): void => {
    writeWaiting();
    // With nothing to wait for it would be over before it was noted, and noted as running for ever.
    if (unsynced.length > 0) syncing ??= syncAll();
  };
  return {
    append: (exchange) =>
      new Promise((resolve, reject) => {
        waiting.push({ exchange, resolve, reject });
        if (waiting.length === 1 && syncing === null) setImmediate(writeNow);
      }),
    async flush() {
      writeNow();
      await syncing;
    },
  };
}

/** One that cannot be written must not take the others with it, so a group that failed is tried one by one. */
function writeGroup(
  group: readonly Waiting[],
  write: (exchanges: readonly Exchange[]) => ExchangeSummary[],
): Unsynced[] {
  try {
    const summaries = write(group.map(({ exchange }) => exchange));
    return group.flatMap((one, index) => {
      const summary = summaries[index];
      if (summary !== undefined) return [{ ...one, summary }];
      one.reject(new Error("History answered fewer rows than it was given."));
      return [];
    });
  } catch (error) {
    if (group.length > 1) return group.flatMap((one) => writeGroup([one], write));
    group[0]?.reject(error);
    return [];
  }
}
