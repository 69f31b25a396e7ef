import { existsSync, lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { failure, success, type Result } from "../../../shared/result/result.ts";

/**
 * Whether a path may be linked, as it is to be used from then on. The window may name paths where there is no dialog, so this
 * is what it may name: `*.json` files in folders that are there, on this machine, outside of the workspace. What is in the
 * file is looked at by whoever reads it. Code: `link.path-not-allowed`.
 */
export function checkLinkPath(path: string, workspacePath: string): Result<string> {
  if (path.includes("\0") || !isAbsolute(path)) {
    return refused("Give the whole path of the file, from the root of the disk.");
  }
  // To open one would send the user's credentials to whatever server it names.
  if (/^[\\/]{2}/.test(path)) return refused("Files of other machines cannot be linked.");
  if (!path.toLowerCase().endsWith(".json")) {
    return refused("Only files whose name ends in .json can be linked, such as shop.catalog.json.");
  }
  const folder = dirname(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    return refused(`There is no folder "${folder}". Make it first.`);
  }
  const reason = targetProblem(path, workspacePath);
  return reason === null ? success(path) : refused(reason);
}

/**
 * Why what a path leads to now is not to be read or written, in a sentence; null where it is. Looked at each time, since a
 * link can be put in a file's place after it was linked, by git for one.
 */
export function targetProblem(path: string, workspacePath: string): string | null {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (isLink && !existsSync(path)) return "It is a link to a file that is not there.";
  if (!existsSync(dirname(path))) return null;
  const real = existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
  if (!real.toLowerCase().endsWith(".json")) return "It is a link to a file that is no .json file.";
  return isWithin(real, realpathSync(workspacePath))
    ? "The console's own folder holds no files to link. Choose one elsewhere."
    : null;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function refused(reason: string): Result<never> {
  return failure("link.path-not-allowed", `This file cannot be linked. ${reason}`);
}
