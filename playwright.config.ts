import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Where the desktop program can be started, or the reason why not; the desktop specs report it when they are skipped. */
function electronIsHere(): boolean {
  if (process.env["ELECTRON_OVERRIDE_DIST_PATH"] !== undefined) return true;
  return existsSync(new URL("node_modules/electron/path.txt", import.meta.url));
}

/**
 * The same specs run once for each host. The desktop project needs Electron's binary, which is no npm package: where it
 * is missing its specs are listed as skipped, with the reason.
 */
export default defineConfig({
  testDir: "e2e/specs",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env["CI"] !== undefined,
  retries: 0,
  projects: [
    { name: "browser", metadata: { host: "browser", available: true } },
    { name: "desktop", metadata: { host: "desktop", available: electronIsHere() } },
  ],
});
