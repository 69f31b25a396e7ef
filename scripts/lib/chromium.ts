import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");

/** A Chromium that tests can drive: what to start and the environment it needs on a bare machine. */
export type ChromiumLaunch = {
  readonly executablePath: string;
  readonly env: Record<string, string>;
  readonly args: string[];
  /** Where it comes from, for people. */
  readonly source: string;
};

// Without these a browser on a closed network tries to reach its maker's servers all the time. None of them weakens it.
const quietFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * An installed Chrome or Chromium if there is one, else the one inside the npm package `@sparticuz/chromium`, unpacked
 * once into `.cache` together with the libraries that a bare machine lacks. Throws with a sentence when there is neither.
 */
export async function findChromium(): Promise<ChromiumLaunch> {
  const installed = process.env["OPTIEVENT_TEST_CHROMIUM"] ?? findInstalled();
  if (installed !== undefined) {
    return { executablePath: installed, env: currentEnvironment(), args: quietFlags, source: installed };
  }
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "No browser for the tests: install Chrome or Chromium, or name one in OPTIEVENT_TEST_CHROMIUM.",
    );
  }
  const folder = await unpackBundled();
  return {
    executablePath: join(folder, "chromium"),
    env: {
      ...currentEnvironment(),
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      ...(await fontEnvironment(folder)),
    },
    args: quietFlags,
    source: "the npm package @sparticuz/chromium",
  };
}

function currentEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

function findInstalled(): string | undefined {
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
  const folders = (process.env["PATH"] ?? "").split(":").filter((folder) => folder !== "");
  const candidates = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  return candidates.find((path) => existsSync(path));
}

async function unpackBundled(): Promise<string> {
  const packageFile = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const bin = join(dirname(dirname(packageFile)), "bin");
  const cache = join(root, ".cache");
  const target = join(cache, "chromium");
  if (existsSync(target)) return target;
  await mkdir(cache, { recursive: true });
  // Unpacked beside its place and then renamed, so that an interrupted or a second unpacking never leaves half a browser.
  const temporary = await mkdtemp(join(cache, "chromium-"));
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, "unpack-chromium.ts"), bin], {
    env: { ...process.env, TMPDIR: temporary },
  });
  try {
    await rename(temporary, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    await rm(temporary, { recursive: true });
  }
  return target;
}

/** A machine without a single font draws boxes; the package brings one family for that case. */
async function fontEnvironment(folder: string): Promise<Record<string, string>> {
  const systemFonts = existsSync("/usr/share/fonts") ? await readdir("/usr/share/fonts") : [];
  if (systemFonts.length > 0) return {};
  const file = join(folder, "fonts", "console-fonts.conf");
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, "fonts")}</dir>` +
      `<cachedir>${join(folder, "fonts", "cache")}</cachedir></fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}
