import { statSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname } from "node:path";
import { describeSystemError } from "../workspace/system-error.ts";

/** Tells when files may have changed. */
export type FileWatch = {
  /** The files to watch from now on. */
  set(paths: readonly string[]): void;
  close(): void;
};

/** How long a file must be left alone before it is looked at: editors write in several steps. */
const QUIET_MS = 150;
/** The system does not tell of everything: network folders, folders that come and go. */
const POLL_MS = 2000;

/**
 * Watches the folders of the files, not the files: editors and git put a new file in the place of the old one, which a watch
 * of the old one does not see. Beside that, each file is looked at now and then.
 */
export function createFileWatch(onChange: () => void, pollMs: number = POLL_MS): FileWatch {
  let watchers: FSWatcher[] = [];
  let marks = new Map<string, string>();
  let quiet: NodeJS.Timeout | null = null;
  const changed = (): void => {
    if (quiet !== null) clearTimeout(quiet);
    quiet = setTimeout(() => {
      quiet = null;
      onChange();
    }, QUIET_MS).unref();
  };
  const poll = setInterval(() => {
    for (const [path, mark] of marks) {
      const now = markOf(path);
      if (now === mark) continue;
      marks.set(path, now);
      changed();
    }
  }, pollMs).unref();
  const stop = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  return {
    set(paths) {
      stop();
      marks = new Map(paths.map((path) => [path, markOf(path)]));
      const folders = Map.groupBy(paths, (path) => dirname(path));
      watchers = [...folders].flatMap(([folder, files]) => watchFolder(folder, files, changed));
    },
    close() {
      stop();
      clearInterval(poll);
      if (quiet !== null) clearTimeout(quiet);
    },
  };
}

/** None where the system cannot watch the folder; the files are looked at all the same. */
function watchFolder(folder: string, files: readonly string[], changed: () => void): FSWatcher[] {
  const names = new Set(files.map((path) => basename(path)));
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name === null || names.has(name)) changed();
    });
    watcher.on("error", () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}

/** Different once the file has another content, as far as the system tells: it may not let anybody look. */
function markOf(path: string): string {
  try {
    const found = statSync(path, { throwIfNoEntry: false, bigint: true });
    return found === undefined ? "none" : `${found.ino} ${found.size} ${found.mtimeNs}`;
  } catch (error) {
    return describeSystemError(error);
  }
}
