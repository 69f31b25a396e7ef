import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { forgetBuild, isBuildFresh, recordBuild, sourceFingerprint } from "./build-freshness.ts";

let root: string;

function write(path: string, text = ""): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "optievent-build-"));
  const sources = ["shared/a.ts", "electron/main.ts", "renderer/main.tsx"];
  const outputs = ["renderer/index.html", "main/desktop.js", "main/browser.js", "main/cli.js"];
  for (const path of [...sources, "vite.config.ts", "package.json", "package-lock.json"]) write(path);
  for (const path of outputs) write(join("out", path));
  recordBuild(sourceFingerprint(root), root);
});
afterEach(() => rmSync(root, { recursive: true }));

it("is fresh after it was recorded", () => {
  expect(isBuildFresh(root)).toBe(true);
});

it.each([
  ["a source changed", () => write("shared/a.ts", "other")],
  ["a source was touched", () => utimesSync(join(root, "electron/main.ts"), 1, 1)],
  ["a source was added", () => write("renderer/new.tsx")],
  ["a source was removed", () => rmSync(join(root, "renderer/main.tsx"))],
  ["a dependency changed", () => write("package-lock.json", "{}")],
  ["an output is missing", () => rmSync(join(root, "out/main/cli.js"))],
  ["a build broke off", () => forgetBuild(root)],
])("is not fresh when %s", (_case, change) => {
  change();
  expect(isBuildFresh(root)).toBe(false);
});

it("is still fresh when only a test changed", () => {
  write("shared/a.test.ts", "other");
  expect(isBuildFresh(root)).toBe(true);
});
