import type { Session } from "electron";
import { WINDOW_ORIGIN } from "./window-origin.ts";

/** What the window may ask the system for: to put text on the clipboard when the user clicks Copy. */
const ALLOWED_PERMISSION = "clipboard-sanitized-write";

/**
 * Denies the window everything that a page may ask a browser for: devices, notifications, downloads, requests to
 * anywhere. What the console needs of these goes through calls of the contract.
 */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isAllowed(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  // The spelling dictionaries would be fetched from the browser maker's servers.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isOwnRequest(url) }));
}

/** Whether the window may load this address at all; the content policy says the same once more, in the page. */
export function isOwnRequest(url: string): boolean {
  return url.startsWith(`${WINDOW_ORIGIN}/`) || url.startsWith("data:") || url.startsWith("devtools://");
}

function isAllowed(permission: string, url: string): boolean {
  return permission === ALLOWED_PERMISSION && (url === WINDOW_ORIGIN || url.startsWith(`${WINDOW_ORIGIN}/`));
}
