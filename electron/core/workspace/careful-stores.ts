import { copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { OpenStore } from "../ports.ts";
import { syncFolderOf } from "./sync-folder.ts";
import { systemErrorCode } from "./system-error.ts";

/** A store as `conf` and `electron-store` make it: a file that is replaced in one step, durably. */
export type PlainStore = {
  readonly path: string;
  entries(): Record<string, unknown>;
  replace(entries: Record<string, unknown>): void;
};

const NEXT = ".next";
const PREVIOUS = ".previous";

/** Where the version before the last change of `<path>.json` is. */
export function previousPath(path: string): string {
  return path.replace(/\.json$/, `${PREVIOUS}.json`);
}

/** Whether a file belongs to another one that is stored, and is no document of its own. */
export function isBeside(fileName: string): boolean {
  return fileName.endsWith(`${NEXT}.json`) || fileName.endsWith(`${PREVIOUS}.json`);
}

/**
 * Stores that write beside their file, read back what they wrote, keep the version that is in place, and only then put the new one
 * there. Whatever happens meanwhile, the file is the old one or the new one.
 */
export function carefulStores(openStore: (name: string) => PlainStore): OpenStore {
  return (name) => {
    const store = openStore(name);
    return {
      path: store.path,
      entries: () => store.entries(),
      replace(entries, { forgetsPrevious } = { forgetsPrevious: false }) {
        const next = openNext(openStore, name);
        next.replace(entries);
        // The store reads its file each time it is asked, so these are the entries on the disk.
        if (JSON.stringify(next.entries()) !== JSON.stringify(entries)) {
          throw new Error("what was read back differs from what was written");
        }
        if (forgetsPrevious) rmSync(previousPath(store.path), { force: true });
        else keepPrevious(store.path);
        renameSync(next.path, store.path);
        syncFolderOf(store.path);
      },
    };
  };
}

/** Removes what programs that were ended while they wrote have left in a folder; nobody else may be writing. */
export function removeLeftOvers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isTemporary = /\.json\.(\d+\.tmp|tmp-[0-9a-f]+)$/.test(name);
    const isUnfinished = /\.next\.json$|\.(?:clear|sealed)\.\d+\.tmp$/.test(name);
    if (isTemporary || (isUnfinished && isOld(path))) rmSync(path, { force: true });
  }
}

/** A save takes milliseconds; one that began longer ago than this does not end any more. */
const LONGEST_SAVE_MS = 10_000;

/** A command beside a running console looks here too, and must not take away what that is about to put in place. */
function isOld(path: string): boolean {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Math.abs(Date.now() - written) > LONGEST_SAVE_MS;
}

/** What a program that was ended while it wrote has left behind may be anything. */
function openNext(openStore: (name: string) => PlainStore, name: string): PlainStore {
  try {
    return openStore(name + NEXT);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    rmSync(openStore(name).path.replace(/\.json$/, `${NEXT}.json`), { force: true });
    return openStore(name + NEXT);
  }
}

/** A second name for the file that is about to be replaced, put in place in one step. */
function keepPrevious(path: string): void {
  if (!existsSync(path)) return;
  const kept = `${path}.${process.pid}.tmp`;
  rmSync(kept, { force: true });
  try {
    linkSync(path, kept);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes(systemErrorCode(error) ?? "")) throw error;
    // A file system without links, such as a memory stick's.
    copyFileSync(path, kept);
  }
  renameSync(kept, previousPath(path));
}
