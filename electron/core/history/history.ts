import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Exchange, ExchangeSummary } from "../../../shared/domain/exchange.ts";
import type { HistoryStatus } from "../../../shared/domain/history.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { createPrivateFile } from "../workspace/private-file.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import { createAnnotations, type Annotations } from "./annotations.ts";
import { createCoverageReader, type CoverageReader } from "./coverage-reader.ts";
import { noteDamage } from "./damage-mark.ts";
import { createExchangeReader, type ExchangeReader } from "./exchange-reader.ts";
import { createExchangeWriter } from "./exchange-writer.ts";
import { createFinding, type Finding } from "./finding/finding.ts";
import { createGroupCommit } from "./group-commit.ts";
import { createLogSync } from "./log-sync.ts";
import { migrate } from "./migrate.ts";
import { migrations as ourMigrations, type Migration } from "./migrations.ts";
import { createTotals, type TotalsFilter } from "./totals.ts";
import { createRemovals, type Removals } from "./removals.ts";
import { isNoDatabase } from "./sqlite-error.ts";

/** How long a write waits for another process that is writing. */
const PATIENCE_MS = 10_000;

/** The record of everything sent. Rows are added and read, never changed. Several processes may use one file at once. */
export type History = ExchangeReader & {
  readonly path: string;
  /**
   * On disk, power cut included, when it resolves; exchanges appended in the same turn are made durable together. Rejects
   * with SQLite's error where it could not be written.
   */
  append(exchange: Exchange): Promise<ExchangeSummary>;
  /** How many exchanges there are, of a tenant and event where they are named. Costs the same however many. */
  count(filter?: TotalsFilter): number;
  status(): HistoryStatus;
  /** Questions about all of it, answered beside the program's own work. */
  readonly finding: Finding;
  readonly coverage: CoverageReader;
  readonly annotations: Annotations;
  readonly removals: Removals;
  close(): void;
};

/**
 * Opens the database, making it where it is new. A file that cannot be used is left as it is.
 * Codes: `history.not-a-database`, `history.foreign`, `history.newer-version`, `history.migration-changed`,
 * `history.cannot-open`.
 */
export function openHistory(path: string, migrations: readonly Migration[] = ourMigrations): Result<History> {
  let database: DatabaseSync | null = null;
  try {
    createPrivateFile(path);
    database = new DatabaseSync(path, { timeout: PATIENCE_MS });
    const migrated = migrate(database, migrations);
    if (migrated.ok) return success(createHistory(path, database));
    database.close();
    return refusal(path, migrated.error.code, migrated.error.message);
  } catch (error) {
    database?.close();
    if (isNoDatabase(error))
      return refusal(path, "history.not-a-database", "it is no database, or a damaged one");
    return refusal(path, "history.cannot-open", describeSystemError(error));
  }
}

/** Of the database and its log. */
function bytesOf(path: string): number {
  const sizes = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  return sizes.reduce((sum, size) => sum + size, 0);
}

function refusal(path: string, code: string, reason: string): Result<never> {
  return failure(code, `The history "${path}" cannot be opened, because ${reason}. The file is unchanged.`, {
    path,
    reason,
  });
}

function createHistory(path: string, database: DatabaseSync): History {
  const log = createLogSync(database, path);
  const commits = createGroupCommit(createExchangeWriter(database), () => log.sync());
  const reader = createExchangeReader(database);
  const finding = createFinding(path);
  const totals = createTotals(database);
  const noted = <Value>(found: Result<Value>): Result<Value> => {
    if (!found.ok && found.error.code === "history.damaged") noteDamage(path);
    return found;
  };
  return {
    path,
    async append(exchange) {
      try {
        return await commits.append(exchange);
      } catch (error) {
        if (isNoDatabase(error)) noteDamage(path);
        throw error;
      }
    },
    count: (filter = {}) => totals.total(filter),
    status: () => ({ count: totals.total({}), newest: totals.newest(), bytes: bytesOf(path) }),
    finding,
    coverage: createCoverageReader(database),
    annotations: createAnnotations(database),
    removals: createRemovals(database),
    ...reader,
    get: (id) => noted(reader.get(id)),
    withoutLongBody: (id) => noted(reader.withoutLongBody(id)),
    close() {
      if (!database.isOpen) return;
      void finding.close();
      void commits.flush();
      log.close();
      database.close();
    },
  };
}
