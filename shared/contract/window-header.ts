/** The header by which a browser's window says which of the browser's windows it is; made up anew at each load. */
export const WINDOW_HEADER = "optievent-window";
