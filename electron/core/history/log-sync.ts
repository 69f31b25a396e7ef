import { closeSync, fdatasync, fdatasyncSync, openSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { syncFolderOf } from "../workspace/sync-folder.ts";

/** Makes every transaction that is committed so far durable. */
export type LogSync = {
  sync(): Promise<void>;
  /** Durable when it returns, too. */
  close(): void;
};

/**
 * Pages of the log, of 4 KiB, after which SQLite moves them into the database, inside of a COMMIT and with two syncs of the
 * disk. Four times its own choice: pages that every exchange writes are then moved once for many.
 */
const CHECKPOINT_PAGES = 4_000;

/**
 * SQLite syncs its log inside of COMMIT, and the whole program stands still meanwhile. So it is told not to
 * (`synchronous=NORMAL` syncs at checkpoints only), and the log is synced here, beside the program's own work. What
 * `synchronous=FULL` promises is kept by whoever waits for `sync` before it shows a result. Where the log cannot be opened
 * beside SQLite, COMMIT does it as ever.
 */
export function createLogSync(database: DatabaseSync, path: string): LogSync {
  const file = openLog(database, path);
  if (file === null) return { sync: () => Promise.resolve(), close: () => {} };
  database.exec(`PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  let running = 0;
  let isClosed = false;
  const ended = () => {
    running -= 1;
    if (isClosed && running === 0) closeSync(file);
  };
  return {
    sync: () =>
      new Promise((resolve, reject) => {
        // Closing has synced all there was.
        if (isClosed) return resolve();
        running += 1;
        // As SQLite does it: content and length, not the time of change. On macOS this is F_FULLFSYNC, which reaches the disk itself.
        fdatasync(file, (error) => {
          ended();
          if (error === null) resolve();
          else reject(error);
        });
      }),
    close() {
      fdatasyncSync(file);
      isClosed = true;
      if (running === 0) closeSync(file);
    },
  };
}

/** The log keeps its file as long as any connection is open, so that this stays the one that SQLite writes to. */
function openLog(database: DatabaseSync, path: string): number | null {
  try {
    // Reading opens the log, and makes it where there was none.
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    const file = openSync(`${path}-wal`, "r+");
    syncFolderOf(`${path}-wal`);
    return file;
  } catch {
    return null;
  }
}
