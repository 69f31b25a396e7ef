import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findElectron, findElectronObstacle } from "./electron-binary.ts";

describe("Electron's binary", () => {
  it("is found where the environment says", () => {
    const folder = mkdtempSync(join(tmpdir(), "optievent-electron-"));
    for (const name of ["electron", "electron.exe"]) {
      writeFileSync(join(folder, name), "");
      chmodSync(join(folder, name), 0o755);
    }
    const found = findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder });
    // On a Mac the binary lies deeper, and this folder has none.
    expect(found).toBe(process.platform === "darwin" ? null : join(folder, found?.split("/").at(-1) ?? ""));
    rmSync(folder, { recursive: true });
  });

  it("is none where the environment's folder is empty", () => {
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: "/nonexistent" })).toBeNull();
  });
});

describe("what is in Electron's way", () => {
  it.each([
    ["a Linux without a display", {}, "linux", 1000, "display"],
    ["root on Linux", { DISPLAY: ":0" }, "linux", 0, "root"],
  ] as const)("is named: %s", (_case, env, platform, userId, word) => {
    expect(findElectronObstacle(env, platform, userId)).toContain(word);
  });

  it.each([
    ["X", { DISPLAY: ":0" }, "linux", 1000],
    ["Wayland", { WAYLAND_DISPLAY: "wayland-0" }, "linux", 1000],
    ["macOS", {}, "darwin", 501],
    ["Windows", {}, "win32", undefined],
  ] as const)("is nothing with %s", (_case, env, platform, userId) => {
    expect(findElectronObstacle(env, platform, userId)).toBeNull();
  });
});
