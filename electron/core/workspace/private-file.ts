import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { systemErrorCode } from "./system-error.ts";

/**
 * Replaces a file in one step, readable by its owner only. Readers see the old text or the new one, never a part. Throws where
 * it cannot be written, or is read back otherwise; the file is what it was then.
 */
export function writePrivateFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { mode: 0o600, flush: true });
    if (readFileSync(temporary, "utf8") !== text) {
      throw new Error("what was read back differs from what was written");
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
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
