import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { inTransaction } from "./transaction.ts";
import type { Migration } from "./migrations.ts";

/** "Opti" in ASCII, in the header of the file: tells our databases from those of other programs. */
const APPLICATION_ID = 0x4f707469;

/**
 * Brings a database up to the newest schema, in one transaction that other processes wait for. One that is refused is not
 * written to at all.
 * Codes: `history.foreign` (another program's), `history.newer-version`, `history.migration-changed` (the stored hash of a
 * step is not that of the step as it is now, so nobody knows what the schema is).
 */
export function migrate(database: DatabaseSync, migrations: readonly Migration[]): Result<null> {
  const before = inspectAtOnce(database, migrations);
  if (!before.ok) return before;
  // FULL syncs the log at every commit, and fullfsync makes macOS write it to the disk itself.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON");
  return inTransaction(database, () => {
    const steps = inspect(database, migrations);
    if (!steps.ok) return steps;
    if (steps.value === 0) database.exec(FIRST_STEP);
    applyFrom(database, migrations, steps.value);
    return success(null);
  });
}

const FIRST_STEP = `PRAGMA application_id = ${APPLICATION_ID};
  CREATE TABLE migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at TEXT NOT NULL
  ) STRICT`;

/**
 * Inspects it as it is at one moment: of two programs that begin a new history at a time, the one would else see a database
 * with the other's tables and still without its id.
 */
function inspectAtOnce(database: DatabaseSync, migrations: readonly Migration[]): Result<number> {
  database.exec("BEGIN");
  try {
    return inspect(database, migrations);
  } finally {
    database.exec("COMMIT");
  }
}

/** How many of the steps are applied, 0 for a new database. Only reads. */
function inspect(database: DatabaseSync, migrations: readonly Migration[]): Result<number> {
  const applicationId = database.prepare("PRAGMA application_id").get()?.["application_id"];
  const tables = database.prepare("SELECT count(*) AS count FROM sqlite_schema").get()?.["count"];
  if (applicationId === 0 && tables === 0) return success(0);
  if (applicationId !== APPLICATION_ID) {
    return failure("history.foreign", "it is the database of another program");
  }
  const rows = database.prepare("SELECT hash FROM migration ORDER BY number").all();
  if (rows.length > migrations.length) {
    return failure("history.newer-version", "a newer version of the console wrote it");
  }
  const changed = rows.findIndex((row, index) => row["hash"] !== hashOf(migrations[index]));
  if (changed === -1) return success(rows.length);
  return failure("history.migration-changed", `step ${changed + 1} of its schema is not the one we know`);
}

function applyFrom(database: DatabaseSync, migrations: readonly Migration[], start: number): void {
  const record = database.prepare(
    "INSERT INTO migration VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
  );
  for (const [offset, migration] of migrations.slice(start).entries()) {
    database.exec(migration.sql);
    migration.between?.(database);
    if (migration.after !== undefined) database.exec(migration.after);
    record.run(start + offset + 1, migration.name, hashOf(migration));
  }
}

function hashOf(migration: Migration | undefined): string {
  return createHash("sha256")
    .update(`${migration?.sql ?? ""}${migration?.after ?? ""}`)
    .digest("hex");
}
