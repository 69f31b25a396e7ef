// SQLite's result codes that the console treats apart. The low byte is the primary code; the rest says more.
const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** Another connection holds the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

/** The file is no SQLite database, or a damaged one. */
export function isNoDatabase(error: unknown): boolean {
  const code = primaryCode(error);
  return code === NOT_A_DATABASE || code === CORRUPT;
}

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error)) return null;
  return typeof error.errcode === "number" ? error.errcode & 0xff : null;
}
