import { protocol } from "electron";
import { WINDOW_SCHEME } from "./window-origin.ts";

/** Must run before Electron is ready, which is when it fixes what schemes may do. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: WINDOW_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}
