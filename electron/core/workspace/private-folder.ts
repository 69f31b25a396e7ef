import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { describeSystemError, systemErrorCode } from "./system-error.ts";

const OTHERS = 0o077;
const STICKY = 0o1000;

/**
 * Makes sure that a folder is there, can be written to and is closed to other users (0700). A folder that was there and
 * open to others is closed, unless it is plainly a shared one (sticky, such as /tmp).
 * Codes: `workspace.not-a-folder`, `workspace.not-writable`.
 */
export function ensurePrivateFolder(path: string): Result<string> {
  try {
    makeFolder(path);
    const found = statSync(path);
    if (!found.isDirectory()) return notAFolder(path);
    if (process.platform !== "win32" && (found.mode & OTHERS) !== 0 && (found.mode & STICKY) === 0)
      chmodSync(path, 0o700);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return success(path);
  } catch (error) {
    return refusal(path, error);
  }
}

/**
 * Makes the folder and those above it that are missing. Not `mkdirSync` with `recursive`: below a folder in which the system
 * makes none, such as /proc, that one tries for ever.
 */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (systemErrorCode(error) !== "EEXIST") throw error;
  }
}

function refusal(path: string, error: unknown): Result<never> {
  const code = systemErrorCode(error);
  if (code === "ENOTDIR") return notAFolder(path);
  return failure(
    "workspace.not-writable",
    `The workspace "${path}" cannot be written to, because ${code === "ENOENT" ? "no folder can be made there" : describeSystemError(error)}. Change its permissions, or choose another folder with --workspace or OPTIEVENT_HOME.`,
    { path, systemCode: code },
  );
}

function notAFolder(path: string): Result<never> {
  return failure(
    "workspace.not-a-folder",
    `The workspace "${path}" cannot be a folder, because a file is in its place. Choose another one with --workspace or OPTIEVENT_HOME.`,
    { path },
  );
}
