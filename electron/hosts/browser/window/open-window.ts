import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { InstalledBrowser } from "./find-browser.ts";

export type OpenedWindow = {
  /** Closes the window, if it is still the one that was opened. */
  close(): void;
};

/**
 * Opens the console as a window of its own, in a browser profile of its own. In it are no extensions of the user that
 * could read the page, no cookies of other sites, and the window's place and size are remembered.
 *
 * The start link is not given as an argument, because the arguments of a process can be read by every user of the
 * machine, and one of them could be faster with it than the browser. What is given is the path of a page that only this
 * user can read and that goes on to the link.
 */
export function openWindow(
  browser: InstalledBrowser,
  startLink: string,
  workspacePath: string,
): OpenedWindow {
  const profile = profileFolder(browser, workspacePath);
  const isFirstTime = !existsSync(profile);
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const page = join(profile, "start.html");
  rmSync(page, { force: true });
  writeFileSync(page, startPage(startLink), { mode: 0o600, flag: "wx" });
  const child = spawn(browser.path, browserArguments(profile, pathToFileURL(page).href, isFirstTime), {
    stdio: "ignore",
  });
  // A browser that does not start is no reason to stop: the address is printed as well.
  child.on("error", () => undefined);
  child.unref();
  return {
    close() {
      rmSync(page, { force: true });
      child.kill();
    },
  };
}

/**
 * Calm and quiet: a fresh profile asks nothing and calls nobody. The size is given the first time only, because it would
 * overrule the one that the browser remembers.
 */
export function browserArguments(profile: string, address: string, isFirstTime: boolean): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    ...(isFirstTime ? ["--window-size=1440,900"] : []),
  ];
}

/** In the workspace with everything else, but for a browser that may not go there. */
function profileFolder(browser: InstalledBrowser, workspacePath: string): string {
  if (!browser.isConfined) return join(workspacePath, "browser-window");
  const workspace = createHash("sha256").update(workspacePath).digest("hex").slice(0, 12);
  return join(homedir(), "snap", "chromium", "common", `optievent-console-${workspace}`);
}

function startPage(startLink: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>OptiEvent Console</title><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="0;url=${startLink}"></head>
<body></body>
</html>
`;
}
