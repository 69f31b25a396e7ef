export const WINDOW_SCHEME = "app";
export const WINDOW_HOST = "console";

/** The window's origin. A scheme of our own instead of file://, which would give the page every file's origin. */
export const WINDOW_ORIGIN = `${WINDOW_SCHEME}://${WINDOW_HOST}`;
