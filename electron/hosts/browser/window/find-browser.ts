import { accessSync, constants, readFileSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A browser that can show one address as a window of its own. */
export type InstalledBrowser = {
  readonly name: string;
  readonly path: string;
  /** Confined to its own folders (snap): it can neither read nor write hidden folders of the user. */
  readonly isConfined: boolean;
};

type Candidate = { readonly name: string; readonly commands: readonly string[] };

const linux: readonly Candidate[] = [
  { name: "Chrome", commands: ["google-chrome-stable", "google-chrome"] },
  { name: "Edge", commands: ["microsoft-edge-stable", "microsoft-edge"] },
  { name: "Chromium", commands: ["chromium", "chromium-browser"] },
];

const mac: readonly Candidate[] = [
  { name: "Chrome", commands: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"] },
  { name: "Edge", commands: ["/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"] },
  { name: "Chromium", commands: ["/Applications/Chromium.app/Contents/MacOS/Chromium"] },
];

/** The first of Chrome, Edge and Chromium that is installed; null if none is. */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): InstalledBrowser | null {
  for (const { name, commands } of candidates(env, platform)) {
    const path = commands.flatMap((command) => locations(command, env)).find(isExecutable);
    if (path !== undefined) return { name, path, isConfined: isSnap(path) };
  }
  return null;
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly Candidate[] {
  if (platform === "darwin") return mac;
  if (platform !== "win32") return linux;
  const folders = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]].filter(
    (folder) => folder !== undefined,
  );
  const inFolders = (...parts: string[]) => folders.map((folder) => join(folder, ...parts));
  return [
    { name: "Chrome", commands: inFolders("Google", "Chrome", "Application", "chrome.exe") },
    { name: "Edge", commands: inFolders("Microsoft", "Edge", "Application", "msedge.exe") },
    { name: "Chromium", commands: inFolders("Chromium", "Application", "chrome.exe") },
  ];
}

function locations(command: string, env: NodeJS.ProcessEnv): string[] {
  if (command.includes("/") || command.includes("\\")) return [command];
  return (env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, command));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A snap is a link to the snap command, or a small script that starts one. */
function isSnap(path: string): boolean {
  const real = realpathSync(path);
  if (real.startsWith("/snap/") || real === "/usr/bin/snap") return true;
  const start = readFileSync(real).subarray(0, 4096).toString("latin1");
  return start.startsWith("#!") && start.includes("/snap/");
}
