import type { BrowserWindow } from "electron";

export type WindowKeeper = {
  /** The one window, or null while there is none. */
  current(): BrowserWindow | null;
  /** Brings the window to the front, opening it if there is none. */
  showWindow(): void;
};

/** The console has one window at most: two would edit the same draft. */
export function createWindowKeeper(open: () => BrowserWindow): WindowKeeper {
  let window: BrowserWindow | null = null;
  return {
    current: () => window,
    showWindow() {
      if (window === null) {
        window = open();
        window.once("closed", () => {
          window = null;
        });
        return;
      }
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}
