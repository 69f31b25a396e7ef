import { registerHooks } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { desk, journal } from "./desk.ts";
import { probeDesktop } from "./probes.ts";

// Boots the built desktop host in plain Node, with the stand-in in Electron's place, lets it be used and attacked, and
// prints what came of it as JSON: `node boot.ts OUT_FOLDER WORKSPACE SAVE_PATH`. Runs as a process of its own, because the
// host ends its process, and because Electron's place can be taken only before anything is loaded.

const [outFolder = "", workspace = "", savePath = "", instance = "first-instance"] = process.argv.slice(2);
const standIn = pathToFileURL(resolve(import.meta.dirname, "stand-in-electron.ts")).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    return specifier === "electron" ? { url: standIn, shortCircuit: true } : nextResolve(specifier, context);
  },
});

desk.isFirstInstance = instance === "first-instance";
process.argv = [process.execPath, outFolder, "--workspace", workspace];
await import(pathToFileURL(join(outFolder, "main/desktop.js")).href);
desk.becomeReady();
const window = await Promise.race([desk.loaded, desk.exited.then(() => null)]);
const report = window === null ? {} : await probeDesktop({ window, outFolder, savePath });
const exitCode = await desk.exited;
process.stdout.write(JSON.stringify({ ...report, journal, exitCode }), () => process.exit());
