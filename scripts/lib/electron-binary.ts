import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./run-tool.ts";

export const electronPackage = join(repositoryRoot, "node_modules/electron");

/** Electron's own way of finding its binary, without its way of downloading a missing one; null if there is none. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | null {
  const pathFile = join(electronPackage, "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8") : null;
  const override = env["ELECTRON_OVERRIDE_DIST_PATH"];
  const path =
    override === undefined
      ? name === null
        ? null
        : join(electronPackage, "dist", name)
      : join(override, name ?? defaultName());
  return path !== null && existsSync(path) ? path : null;
}

/** Why Electron could not open a window here even with its binary; null if nothing is known to be in the way. */
export function findElectronObstacle(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  userId: number | undefined = process.getuid?.(),
): string | null {
  if (platform !== "linux") return null;
  if (!env["DISPLAY"] && !env["WAYLAND_DISPLAY"]) return "there is no display for Electron";
  if (userId === 0) return "Electron does not run as root with its sandbox on";
  return null;
}

function defaultName(): string {
  if (process.platform === "darwin") return "Electron.app/Contents/MacOS/Electron";
  return process.platform === "win32" ? "electron.exe" : "electron";
}
