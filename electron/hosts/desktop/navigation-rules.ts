import type { App, WebContents } from "electron";
import { allowedExternalLink } from "./external-links.ts";

/**
 * Keeps every page of the program where it is, also pages that are made later. The console is one document: whatever
 * would load another one (a link, a redirect, a frame, a file dropped on the window) is refused. Links to documentation
 * open in the user's browser.
 */
export function restrictNavigation(app: App, openExternal: (url: string) => void): void {
  app.on("web-contents-created", (_event, contents) => restrictContents(contents, openExternal));
}

function restrictContents(contents: WebContents, openExternal: (url: string) => void): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const link = allowedExternalLink(url);
    if (link !== null) openExternal(link);
    return { action: "deny" };
  });
}
