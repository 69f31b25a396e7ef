import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findElectron, findElectronObstacle } from "./lib/electron-binary.ts";
import { downloadElectron } from "./lib/electron-download.ts";
import { ensureBuilt } from "./lib/ensure-built.ts";
import { repositoryRoot } from "./lib/run-tool.ts";
import { parseStartOptions, startUsage, type StartOptions } from "./lib/start-options.ts";

// `npm start`: builds if need be, then Electron if it can be had, else the browser host.

type HostChoice =
  | { readonly host: "desktop"; readonly electron: string }
  | { readonly host: "browser"; readonly reason: string };

async function chooseHost(options: StartOptions): Promise<HostChoice> {
  if (options.wantsBrowser) return { host: "browser", reason: "as asked" };
  const obstacle = findElectronObstacle();
  if (obstacle !== null) return { host: "browser", reason: `because ${obstacle}` };
  const electron = findElectron();
  if (electron !== null) return { host: "desktop", electron };
  const download = await downloadElectron();
  return download.kind === "downloaded"
    ? { host: "desktop", electron: download.path }
    : { host: "browser", reason: `because Electron's binary is not here and ${download.reason}` };
}

async function startDesktop(electron: string, options: StartOptions): Promise<void> {
  const workspace = options.workspace === null ? [] : ["--workspace", options.workspace];
  // Set in the terminals of editors that are Electron themselves; with it the binary would be a plain Node.
  const { ELECTRON_RUN_AS_NODE: _dropped, ...env } = process.env;
  const child = spawn(electron, [repositoryRoot, ...workspace], { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, "exit");
  process.exitCode = typeof code === "number" ? code : 0;
}

/** In this very process, so that whatever ends the start command ends the console. */
async function startBrowser(reason: string, options: StartOptions): Promise<void> {
  console.log(`OptiEvent Console, in the browser host, ${reason}.`);
  const main = join(repositoryRoot, "out/main/browser.js");
  process.argv = [process.execPath, main, ...options.browserArguments];
  await import(pathToFileURL(main).href);
}

async function start(): Promise<void> {
  const options = parseStartOptions(process.argv.slice(2));
  if (!options.ok) {
    console.error(options.error.message);
    process.exitCode = 2;
    return;
  }
  if (options.value.wantsHelp) {
    console.log(startUsage);
    return;
  }
  if (!(await ensureBuilt())) {
    process.exitCode = 1;
    return;
  }
  const choice = await chooseHost(options.value);
  if (choice.host === "desktop") await startDesktop(choice.electron, options.value);
  else await startBrowser(choice.reason, options.value);
}

await start();
