import { closeSync, fstatSync, openSync, renameSync, writeSync } from "node:fs";

export type RotatingFile = {
  /** Adds a line and its end. Throws the system's error where it could not be written. */
  write(line: string): void;
  close(): void;
};

/**
 * A file of lines, 0600, that is given the name `previousPath` when it has reached `maxBytes`, in place of the one before:
 * the two never hold more than twice that, and the last lines are always there.
 */
export function openRotatingFile(path: string, previousPath: string, maxBytes: number): RotatingFile {
  let descriptor = openSync(path, "a", 0o600);
  let size = fstatSync(descriptor).size;
  let isOpen = true;

  function startAnew(): void {
    closeSync(descriptor);
    renameSync(path, previousPath);
    descriptor = openSync(path, "a", 0o600);
    size = 0;
  }

  return {
    write(line) {
      if (!isOpen) return;
      if (size >= maxBytes) startAnew();
      size += writeSync(descriptor, line);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      closeSync(descriptor);
    },
  };
}
