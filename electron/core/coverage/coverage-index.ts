import {
  createCollector,
  type CoverageRow,
  type SeenEvent,
} from "../../../shared/catalog-coverage/collect.ts";
import type { CoverageReport } from "../../../shared/contract/coverage-calls.ts";
import type { History } from "../history/history.ts";

/**
 * What was sent of which event, added up from history. History is looked through from the newest exchange to the oldest, in
 * steps so short that nothing waits for them, once; afterwards only what is new is.
 */
export type CoverageIndex = {
  /** Has history looked through as far as it was not yet. */
  refresh(): void;
  scan(): CoverageReport["scan"];
  seen(tenantId: string): readonly SeenEvent[];
  /** Resolves once everything was looked through, or the index was closed. */
  complete(): Promise<void>;
  /** Begins anew: what was removed from history is not to be counted any more. */
  reset(): void;
  close(): void;
};

/** The milliseconds that one step may take before everything else has its turn. */
const STEP_MS = 10;

type IndexedHistory = Pick<History, "coverage" | "count" | "status">;

export function createCoverageIndex(options: {
  readonly history: IndexedHistory;
  /** Told after each step. */
  readonly onStep: () => void;
}): CoverageIndex {
  const { history, onStep } = options;
  const collector = createCollector();
  const walk = createWalk(history, (row) => collector.add(row));
  let timer: NodeJS.Immediate | null = null;
  let waiting: (() => void)[] = [];
  let isClosed = false;

  function settle(): void {
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  function refresh(): void {
    walk.extend();
    if (walk.isDone()) settle();
    else if (timer === null && !isClosed) timer = setImmediate(step);
  }

  function step(): void {
    timer = null;
    const start = performance.now();
    while (!walk.isDone() && performance.now() - start < STEP_MS) walk.readOn();
    onStep();
    if (walk.isDone()) settle();
    else if (!isClosed) timer = setImmediate(step);
  }

  return {
    refresh,
    scan() {
      const [scanned, isComplete] = [walk.count(), walk.isDone()];
      // Exchanges of nobody are passed over, so that at the end there may be fewer than history has.
      return { scanned, total: isComplete ? scanned : Math.max(scanned, history.count()), isComplete };
    },
    seen: (tenantId) => [...collector.events(tenantId)],
    complete() {
      return new Promise((resolve) => {
        waiting.push(resolve);
        refresh();
      });
    },
    reset() {
      collector.clear();
      walk.reset();
    },
    close() {
      isClosed = true;
      if (timer !== null) clearImmediate(timer);
      settle();
    },
  };
}

/** Goes through history from the newest exchange to the oldest, and through what was added since before it goes on. */
type Walk = {
  /** Has what is new gone through too. */
  extend(): void;
  isDone(): boolean;
  /** Reads some exchanges on. */
  readOn(): void;
  count(): number;
  reset(): void;
};

/** Rows of one read. */
const ROWS = 100;

function createWalk(history: IndexedHistory, visit: (row: CoverageRow) => void): Walk {
  /** Still to be gone through, what comes next last: sequences above `after` and below `before`. */
  let stretches: { readonly after: number; readonly before: number }[] = [];
  let newest = 0;
  let count = 0;
  return {
    extend() {
      const latest = history.status().newest;
      if (latest > newest) stretches.push({ after: newest, before: latest + 1 });
      newest = Math.max(newest, latest);
    },
    isDone: () => stretches.length === 0,
    readOn() {
      const stretch = stretches.pop();
      if (stretch === undefined) return;
      const { rows, lowest } = history.coverage.rows(stretch.after, stretch.before, ROWS);
      for (const row of rows) visit(row);
      count += rows.length;
      if (lowest !== null) stretches.push({ after: stretch.after, before: lowest });
    },
    count: () => count,
    reset() {
      stretches = [];
      newest = 0;
      count = 0;
    },
  };
}
