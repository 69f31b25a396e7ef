import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { Clock } from "../ports.ts";
import { takeFileGuard } from "../workspace/file-guard.ts";
import { asidePath } from "../workspace/keep-aside.ts";
import { syncFolderOf } from "../workspace/sync-folder.ts";
import { describeSystemError } from "../workspace/system-error.ts";
import {
  checksumOf,
  parseVaultFile,
  readVaultFile,
  writeVaultText,
  type VaultContent,
  type VaultReading,
} from "./vault-file.ts";

export const VAULT_FILE = "vault.json";
export const PREVIOUS_FILE = "vault.previous.json";
const GUARD_FILE = "vault.guard";
/** A write takes milliseconds; who waits longer waits for something else. */
const PATIENCE_MS = 2000;

/** The vault's files in a workspace. Every change is one step, durable when it answers, and keeps the version before it. */
export type VaultFiles = {
  read(): VaultReading;
  readPrevious(): VaultReading;
  /**
   * Writes the content if the file still is what the caller has read (`expected`: its checksum, null for no file).
   * `forgetsPrevious` has the kept version be this one too, for a change after which the older must open nothing.
   * Codes: `vault.changed-elsewhere`, `vault.not-saved`; the file is unchanged then.
   */
  write(content: VaultContent, expected: string | null, forgetsPrevious?: boolean): Result<null>;
  /** Puts the previous version in place of a file that cannot be read, which is kept aside. Codes as for `write`. */
  restorePrevious(): Result<null>;
  /** Moves both files out of the way, unchanged, and answers where they are now. Code: `vault.not-saved`. */
  keepAside(): Result<string[]>;
};

export function openVaultFiles(folder: string, clock: Clock): VaultFiles {
  const path = join(folder, VAULT_FILE);
  const previousPath = join(folder, PREVIOUS_FILE);
  return {
    read: () => readVaultFile(path),
    readPrevious: () => readVaultFile(previousPath),
    write: (content, expected, forgetsPrevious = false) =>
      guarded(folder, () => {
        const current = readVaultFile(path);
        if (!isExpected(current, expected)) return changedElsewhere();
        writeWhole(path, content, () => keepPrevious({ path, previousPath, current, clock }));
        if (forgetsPrevious) writeWhole(previousPath, content);
        return success(null);
      }),
    restorePrevious: () =>
      guarded(folder, () => {
        const previous = readVaultFile(previousPath);
        if (previous.kind !== "read") return noPrevious();
        if (readVaultFile(path).kind !== "absent") copyWhole(path, asidePath(path, clock.now()));
        writeWhole(path, previous.content);
        return success(null);
      }),
    keepAside: () =>
      guarded(folder, () => {
        const moved: string[] = [];
        for (const file of [path, previousPath]) {
          if (readVaultFile(file).kind === "absent") continue;
          const aside = asidePath(file, clock.now());
          renameSync(file, aside);
          moved.push(aside);
        }
        syncFolderOf(path);
        return success(moved);
      }),
  };
}

/** One writer at a time, whichever program it is in. */
function guarded<Value>(folder: string, change: () => Result<Value>): Result<Value> {
  try {
    const guard = takeFileGuard(join(folder, GUARD_FILE), PATIENCE_MS);
    if (guard === null) return changedElsewhere();
    try {
      removeLeftOvers(folder);
      return change();
    } finally {
      guard.close();
    }
  } catch (error) {
    return failure(
      "vault.not-saved",
      `The vault was not changed, because ${describeSystemError(error)}. What it held before is still there. Put that right and try again.`,
      { path: join(folder, VAULT_FILE) },
    );
  }
}

function isExpected(current: VaultReading, expected: string | null): boolean {
  if (current.kind === "absent") return expected === null;
  return current.kind === "read" && current.checksum === expected;
}

/**
 * Old content or new, never a part: written beside its place, made durable, read back, and only then renamed. `beforeRename`
 * runs when the new content is safe and the old is still in place.
 */
function writeWhole(path: string, content: VaultContent, beforeRename: () => void = () => undefined): void {
  const temporary = temporaryName(path);
  try {
    writeFileSync(temporary, writeVaultText(content), { mode: 0o600, flush: true });
    const back = parseVaultFile(readFileSync(temporary, "utf8"));
    if (back.kind !== "read" || back.isDamaged || back.checksum !== checksumOf(content)) {
      throw new Error("what was read back differs from what was written");
    }
    beforeRename();
    renameSync(temporary, path);
    syncFolderOf(path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A file that was damaged is no version to go back to: it is kept aside, and the good one before it stays. */
function keepPrevious(options: {
  readonly path: string;
  readonly previousPath: string;
  readonly current: VaultReading;
  readonly clock: Clock;
}): void {
  const { path, previousPath, current, clock } = options;
  if (current.kind !== "read") return;
  copyWhole(path, current.isDamaged ? asidePath(path, clock.now()) : previousPath);
}

function copyWhole(from: string, to: string): void {
  const temporary = temporaryName(to);
  try {
    writeFileSync(temporary, readFileSync(from), { mode: 0o600, flush: true });
    renameSync(temporary, to);
    syncFolderOf(to);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function temporaryName(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** What programs that were killed while writing left behind. Only the holder of the guard may look. */
function removeLeftOvers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^vault\..*\.\d+\.tmp$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}

function changedElsewhere(): Result<never> {
  return failure(
    "vault.changed-elsewhere",
    "Another program changed the vault meanwhile, so nothing was saved. The vault was read again; look whether the change is still wanted, and make it again.",
  );
}

function noPrevious(): Result<never> {
  return failure(
    "vault.no-previous",
    "There is no readable version of the vault from before the last change.",
  );
}
