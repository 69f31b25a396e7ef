import { findBrowser } from "./find-browser.ts";
import { openWindow, type OpenedWindow } from "./open-window.ts";

export type WindowAttempt = {
  /** null where none was opened. */
  readonly window: OpenedWindow | null;
  /** What came of it, for people. */
  readonly message: string;
};

/** Opens the window unless it was not wanted, or there is nothing to show it on or in. */
export function openIfPossible(
  options: { readonly opensWindow: boolean },
  createStartLink: () => string,
  workspacePath: string,
): WindowAttempt {
  if (!options.opensWindow) return { window: null, message: "The link works once, in any browser here." };
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) {
    return { window: null, message: "There is no display to open a window on. The link works once." };
  }
  const browser = findBrowser();
  if (browser === null) {
    return {
      window: null,
      message: "No Chrome, Edge or Chromium was found to open it in. The link works once.",
    };
  }
  try {
    const window = openWindow(browser, createStartLink(), workspacePath);
    return {
      window,
      message: `A ${browser.name} window opens with it. The link above is for another browser.`,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { window: null, message: `No window could be opened (${reason}). The link works once.` };
  }
}
