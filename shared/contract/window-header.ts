/** The header by which a browser's window says which of the browser's windows it is; made up anew at each load. */
export const WINDOW_HEADER = "optievent-window";

/**
 * The header with the key of the window's session. The session's cookie alone opens nothing: browsers send it to every port of the
 * host, so that a server of somebody else on this computer may come to see it. The key stands in the start link's redirect, after
 * the `#`, and with the window's origin, port included.
 */
export const KEY_HEADER = "optievent-key";

/** Where the key is in the address that the start link leads to: `/#key=...`. */
export const KEY_FRAGMENT = "key";
