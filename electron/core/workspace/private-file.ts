import { closeSync, openSync, renameSync, writeFileSync } from "node:fs";
import { systemErrorCode } from "./system-error.ts";

/** Replaces a file in one step, readable by its owner only. Readers see the old text or the new one, never a part. */
export function writePrivateFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { mode: 0o600, flush: true });
  renameSync(temporary, path);
}

/**
 * Makes an empty file, readable by its owner only, where none is. A file that is there is not even opened: closing it
 * would end the locks that SQLite holds on it for this process.
 */
export function createPrivateFile(path: string): void {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (systemErrorCode(error) !== "EEXIST") throw error;
  }
}
