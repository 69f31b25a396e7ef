const REASONS: Readonly<Record<string, string>> = {
  EACCES: "access is denied",
  EPERM: "the system does not permit it",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of the path is a file, not a folder",
  EEXIST: "something else is there already",
  EISDIR: "it is a folder, not a file",
  ENOENT: "it does not exist",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error",
  EADDRINUSE: "another program uses the port",
};

/**
 * The system's code of a failed operation, such as `EACCES`; null for an error that carries none. Codes of Node's own, such
 * as `ERR_SQLITE_ERROR`, say less than their message.
 */
export function systemErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" && /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

/** Why an operation failed, in words that fit after "because". */
export function describeSystemError(error: unknown): string {
  const code = systemErrorCode(error);
  if (code === null) return error instanceof Error ? error.message : String(error);
  return REASONS[code] ?? `the system answered ${code}`;
}
