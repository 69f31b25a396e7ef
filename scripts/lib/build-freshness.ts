import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot } from "./run-tool.ts";

const sourceFolders = ["shared", "electron", "renderer"];
const sourceFiles = ["vite.config.ts", "package.json", "package-lock.json"];
const outputs = ["out/renderer/index.html", "out/main/desktop.js", "out/main/browser.js", "out/main/cli.js"];
const stampName = ".cache/build-stamp.txt";

/** Names, sizes and times of everything that goes into a build; another value means that something changed. */
export function sourceFingerprint(root = repositoryRoot): string {
  const hash = createHash("sha256");
  for (const path of sourcePaths(root)) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path}\n${mtimeMs}\n${size}\n`);
  }
  return hash.digest("hex");
}

/** Whether `out/` was made from the sources as they are now. */
export function isBuildFresh(root = repositoryRoot): boolean {
  if (!outputs.every((output) => existsSync(join(root, output)))) return false;
  const stamp = join(root, stampName);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourceFingerprint(root);
}

/** Forgets the last build, so that one that breaks off half way does not count. */
export function forgetBuild(root = repositoryRoot): void {
  rmSync(join(root, stampName), { force: true });
}

/** Records that `out/` now holds a build of the sources with this fingerprint. */
export function recordBuild(fingerprint: string, root = repositoryRoot): void {
  const stamp = join(root, stampName);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

function sourcePaths(root: string): string[] {
  const inFolders = sourceFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  return [...inFolders, ...sourceFiles].sort();
}
