import type { App } from "electron";
import type { WindowKeeper } from "./window-keeper.ts";

/**
 * When the program shows its window and when it ends. A second start brings the window of the first to the front. On a Mac
 * a program lives on without windows and opens one when it is clicked in the Dock; elsewhere it ends with its window.
 */
export function followLifecycle(app: App, windows: WindowKeeper, platform: NodeJS.Platform): void {
  app.on("second-instance", () => windows.showWindow());
  app.on("activate", () => windows.showWindow());
  app.on("window-all-closed", () => {
    if (platform !== "darwin") app.quit();
  });
}

/** Holds the end of the program back until the console is closed: history is whole and the workspace free. */
export function closeBeforeQuit(
  app: App,
  close: () => Promise<void>,
  onFailure: (error: unknown) => void,
): void {
  let isClosing = false;
  app.on("will-quit", (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void close().then(
      () => app.exit(0),
      (error: unknown) => {
        onFailure(error);
        app.exit(1);
      },
    );
  });
}
