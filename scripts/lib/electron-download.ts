import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { electronPackage, findElectron } from "./electron-binary.ts";
import { repositoryRoot } from "./run-tool.ts";

const cache = join(repositoryRoot, ".cache");
const failurePath = join(cache, "electron-download-failed.txt");
const temporaryFolder = join(cache, "electron-download");
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
const CHECK_EVERY_MS = 1_000;
/** A download that has not grown for so long is given up; one that grows may take its time. */
const DEFAULT_PATIENCE_MS = 20_000;

export type ElectronDownload =
  | { readonly kind: "downloaded"; readonly path: string }
  | { readonly kind: "failed"; readonly reason: string };

/**
 * Lets Electron's own installer fetch its binary (about 110 MB, checked against the package's checksums). A failure is
 * remembered for a day, so that machines which cannot reach the download do not wait for it at each start.
 */
export async function downloadElectron(patienceMs = DEFAULT_PATIENCE_MS): Promise<ElectronDownload> {
  const remembered = readFailure();
  if (remembered !== null) return { kind: "failed", reason: remembered };
  if (!isWritable()) return { kind: "failed", reason: "cannot be put there" };
  process.stderr.write("Downloading Electron, once. Use --browser to do without it.\n");
  const reason = await runInstaller(patienceMs);
  const path = findElectron();
  if (path !== null) return { kind: "downloaded", path };
  writeFileSync(failurePath, reason);
  return { kind: "failed", reason };
}

/** A checkout of someone else, or on a read-only disk, still starts: without Electron. */
function isWritable(): boolean {
  try {
    mkdirSync(temporaryFolder, { recursive: true });
    accessSync(electronPackage, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readFailure(): string | null {
  try {
    const age = Date.now() - statSync(failurePath).mtimeMs;
    return age < RETRY_AFTER_MS ? readFileSync(failurePath, "utf8") : null;
  } catch {
    // No failure to remember.
    return null;
  }
}

/** Runs the installer to its end, or to where it no longer gets anywhere. Answers why it failed, if it did. */
async function runInstaller(patienceMs: number): Promise<string> {
  const child = spawn(process.execPath, [join(electronPackage, "install.js")], {
    stdio: "ignore",
    env: {
      ...process.env,
      // The folder whose growth is watched.
      TMPDIR: temporaryFolder,
      TEMP: temporaryFolder,
      ELECTRON_GET_NO_PROGRESS: "1",
      ELECTRON_GET_USE_PROXY: "1",
    },
  });
  const watch = watchGrowth(patienceMs, () => child.kill("SIGKILL"));
  const [code] = await once(child, "exit");
  clearInterval(watch);
  rmSync(temporaryFolder, { recursive: true, force: true });
  return code === null ? "its download did not answer" : "its download failed";
}

function watchGrowth(patienceMs: number, giveUp: () => void): NodeJS.Timeout {
  let lastSize = -1;
  let lastGrowth = Date.now();
  return setInterval(() => {
    const size = sizeOf(temporaryFolder) + sizeOf(join(electronPackage, "dist"));
    if (size !== lastSize) lastGrowth = Date.now();
    lastSize = size;
    if (Date.now() - lastGrowth > patienceMs) giveUp();
  }, CHECK_EVERY_MS);
}

function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    // Not there yet, or a file vanished between listing and looking.
    return 0;
  }
}
