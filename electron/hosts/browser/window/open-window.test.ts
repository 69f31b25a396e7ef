import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openWindow } from "./open-window.ts";

const LINK = "http://127.0.0.1:4000/start?token=a-start-token";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "optievent-window-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A browser that writes down how it was started. */
function installBrowser() {
  const path = join(folder, "browser");
  writeFileSync(
    path,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/arguments.part"\nmv "${folder}/arguments.part" "${folder}/arguments"\n`,
  );
  chmodSync(path, 0o755);
  return { name: "Chrome", path, isConfined: false };
}

async function openAndReadArguments(): Promise<string[]> {
  rmSync(join(folder, "arguments"), { force: true });
  openWindow(installBrowser(), LINK, folder);
  await vi.waitFor(() => expect(existsSync(join(folder, "arguments"))).toBe(true), 5000);
  return readFileSync(join(folder, "arguments"), "utf8").trim().split("\n");
}

it("keeps the token out of the arguments, in a page that only this user can read", async () => {
  const given = await openAndReadArguments();
  expect(given.join(" ")).not.toContain("a-start-token");
  const page = fileURLToPath(given[0]?.replace("--app=", "") ?? "");
  expect(readFileSync(page, "utf8")).toContain(LINK);
  expect(statSync(page).mode & 0o777).toBe(0o600);
});

it("has a profile of its own in the workspace", async () => {
  expect(await openAndReadArguments()).toContain(`--user-data-dir=${join(folder, "browser-window")}`);
});

it("gives a size the first time only, so that the browser's memory of it holds", async () => {
  expect((await openAndReadArguments()).join(" ")).toContain("--window-size");
  expect((await openAndReadArguments()).join(" ")).not.toContain("--window-size");
});

it("removes the page when the console ends", () => {
  openWindow(installBrowser(), LINK, folder).close();
  expect(existsSync(join(folder, "browser-window", "start.html"))).toBe(false);
});

it("is not stopped by a browser that does not start", async () => {
  const opened = openWindow(
    { name: "Chrome", path: join(folder, "nothing"), isConfined: false },
    LINK,
    folder,
  );
  await new Promise((resolve) => setImmediate(resolve));
  opened.close();
});
