import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot } from "./run-tool.ts";

const sourceFolders = ["shared", "electron", "renderer"];
const sourceFiles = ["vite.config.ts", "package.json", "package-lock.json"];
const outputs = ["out/renderer/index.html", "out/main/desktop.js", "out/main/browser.js", "out/main/cli.js"];
const stampPath = join(repositoryRoot, ".cache", "build-stamp.txt");

/** Names, sizes and times of everything that goes into a build; another value means that something changed. */
export function sourceFingerprint(): string {
  const hash = createHash("sha256");
  for (const path of sourcePaths()) {
    const { mtimeMs, size } = statSync(join(repositoryRoot, path));
    hash.update(`${path}\n${mtimeMs}\n${size}\n`);
  }
  return hash.digest("hex");
}

/** Whether `out/` was made from the sources as they are now. */
export function isBuildFresh(): boolean {
  if (!outputs.every((output) => existsSync(join(repositoryRoot, output)))) return false;
  return existsSync(stampPath) && readFileSync(stampPath, "utf8") === sourceFingerprint();
}

/** Forgets the last build, so that one that breaks off half way does not count. */
export function forgetBuild(): void {
  rmSync(stampPath, { force: true });
}

/** Records that `out/` now holds a build of the sources with this fingerprint. */
export function recordBuild(fingerprint: string): void {
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, fingerprint);
}

function sourcePaths(): string[] {
  const inFolders = sourceFolders.flatMap((folder) =>
    readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(repositoryRoot.length + 1)),
  );
  return [...inFolders, ...sourceFiles].sort();
}
