import { existsSync, renameSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

/** A name under which nothing is yet: `settings.unreadable-20261123T091500Z.json` for `settings.json`. */
export function asidePath(path: string, now: Date): string {
  const extension = extname(path);
  const stem = basename(path, extension);
  const moment = now
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(/[-:]/g, "");
  const candidate = (suffix: string): string =>
    join(dirname(path), `${stem}.unreadable-${moment}${suffix}${extension}`);
  let aside = candidate("");
  for (let count = 2; existsSync(aside); count += 1) aside = candidate(`-${count}`);
  return aside;
}

/** Whether a file name is one that `asidePath` gives. */
export function isAside(fileName: string): boolean {
  return fileName.includes(".unreadable-");
}

/** Moves a file that cannot be read out of the way, unchanged, and answers where it is now. */
export function keepAside(path: string, now: Date): string {
  const aside = asidePath(path, now);
  renameSync(path, aside);
  return aside;
}
