import { DatabaseSync } from "node:sqlite";
import { isBusy } from "../history/sqlite-error.ts";
import { createPrivateFile } from "./private-file.ts";

/** A lock of the operating system, held until it is closed or the process ends, however it ends. */
export type FileGuard = { close(): void };

/**
 * Takes the lock of a file that serves for nothing else; null when another holds it after that long. It is SQLite's exclusive
 * lock of an empty database, because Node has no locks of its own.
 */
export function takeFileGuard(path: string, patienceMs: number): FileGuard | null {
  createPrivateFile(path);
  const guard = new DatabaseSync(path, { timeout: patienceMs });
  try {
    // Nothing is ever written to it, so there is no use for a journal beside it.
    guard.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    return guard;
  } catch (error) {
    guard.close();
    if (isBusy(error)) return null;
    throw error;
  }
}
