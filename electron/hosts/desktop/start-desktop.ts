import { join, resolve } from "node:path";
import { app, dialog, ipcMain, session } from "electron";
import { startLockedConsole } from "../../core/locked-console.ts";
import { loadWindowFiles } from "../../core/window/window-files.ts";
import { startGateway } from "../../gateway/gateway.ts";
import { createChooseFile } from "./choose-file.ts";
import { createChooseCatalogFile } from "./choose-catalog-file.ts";
import { connectWindow } from "./ipc.ts";
import { createElectronKeychain } from "./keychain.ts";
import { closeBeforeQuit, followLifecycle } from "./lifecycle.ts";
import { openMainWindow } from "./main-window.ts";
import { setMenu } from "./menu.ts";
import { createElectronStores } from "./open-store.ts";
import { createSaveFile } from "./save-file.ts";
import { restrictSession } from "./session-rules.ts";
import { serveWindow } from "./window-protocol.ts";
import { createWindowKeeper } from "./window-keeper.ts";

// Relative to the built file, out/main/desktop.js.
const out = resolve(import.meta.dirname, "..");

/** Everything that needs Electron to be ready. The rules come first and the window last. */
export async function startDesktop(workspacePath: string): Promise<void> {
  restrictSession(session.defaultSession);
  const openStore = createElectronStores(workspacePath);
  const windows = createWindowKeeper(() =>
    openMainWindow(openStore("window"), join(out, "preload", "index.cjs")),
  );
  const started = await startLockedConsole({
    workspacePath,
    host: "desktop",
    openStore,
    saveFile: createSaveFile(app, () => windows.current()),
    chooseCatalogFile: createChooseCatalogFile(() => windows.current()),
    startGateway,
    clock: { now: () => new Date() },
    random: Math.random,
    appVersion: app.getVersion(),
    keychain: createElectronKeychain(process.platform),
    chooseFile: createChooseFile(() => windows.current()),
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
  });
  if (!started.ok) return refuseToStart(started.error.message);
  const { console } = started.value;
  closeBeforeQuit(
    app,
    () => started.value.close(),
    (error) => dialog.showErrorBox("OptiEvent Console did not end cleanly", String(error)),
  );
  serveWindow(session.defaultSession, loadWindowFiles(join(out, "renderer")), console.dispatch);
  connectWindow(ipcMain, console, () => windows.current());
  setMenu(process.platform, app.isPackaged);
  followLifecycle(app, windows, process.platform);
  windows.showWindow();
}

/** One sentence in a box, and the end. */
export function refuseToStart(message: string): void {
  dialog.showErrorBox("OptiEvent Console cannot start", message);
  app.exit(1);
}
