import { BrowserWindow, screen } from "electron";
import { MINIMUM_SIZE, placeWindow, windowStateSchema } from "./window-bounds.ts";
import type { KeyValueStore } from "../../core/ports.ts";
import { WINDOW_ORIGIN } from "./window-origin.ts";

/** Opens the console's window where it last was. It appears when there is something to see in it. */
export function openMainWindow(store: KeyValueStore, preloadPath: string): BrowserWindow {
  const saved = windowStateSchema.safeParse(store.entries());
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeWindow(saved.success ? saved.data.bounds : null, workAreas),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: "OptiEvent Console",
    show: false,
    webPreferences: {
      preload: preloadPath,
      // Electron's defaults but for the last three, said aloud so that a change of defaults changes nothing here.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      enableWebSQL: false,
      autoplayPolicy: "document-user-activation-required",
    },
  });
  if (saved.success && saved.data.isMaximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () => {
    store.replace({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  void window.loadURL(`${WINDOW_ORIGIN}/`);
  return window;
}
