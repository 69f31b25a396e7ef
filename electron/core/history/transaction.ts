import type { DatabaseSync } from "node:sqlite";

/**
 * Runs the work in one transaction that takes the write lock at once, so that it waits for other processes instead of
 * failing half way. What the work throws undoes it.
 */
export function inTransaction<Value>(database: DatabaseSync, work: () => Value): Value {
  database.exec("BEGIN IMMEDIATE");
  try {
    const value = work();
    database.exec("COMMIT");
    return value;
  } catch (error) {
    // A full disk makes SQLite undo the transaction itself; a second ROLLBACK would hide why.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
