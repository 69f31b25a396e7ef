import { protocol } from "electron";

const SCHEME = "app";
const HOST = "console";

/** The window's origin. A scheme of our own instead of file://, which would give the page every file's origin. */
export const WINDOW_ORIGIN = `${SCHEME}://${HOST}`;

/** Must run before Electron is ready, which is when it fixes what schemes may do. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}
