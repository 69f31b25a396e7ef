import { existsSync, renameSync } from "node:fs";
import { success, type Result } from "../../../shared/result/result.ts";
import type { Notices } from "../notices.ts";
import type { Clock } from "../ports.ts";
import { asidePath } from "../workspace/keep-aside.ts";
import { openHistory, type History } from "./history.ts";

/**
 * Opens history for a console. A file that holds no history we can use is kept aside with its log, named in a notice, and
 * the console starts a new one. Code: `history.cannot-open`, for a file that may well be in order but that the system does
 * not let us open.
 */
export function openOrKeepAside(path: string, notices: Notices, clock: Clock): Result<History> {
  const opened = openHistory(path);
  if (opened.ok || opened.error.code === "history.cannot-open") return opened;
  const aside = asidePath(path, clock.now());
  for (const suffix of ["-wal", "-shm", ""]) {
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${aside}${suffix}`);
  }
  const reopened = openHistory(path);
  if (!reopened.ok) return reopened;
  notices.add(
    "warning",
    `The history could not be used, because ${String(opened.error.details?.["reason"])}. It is kept unchanged as "${aside}", and a new history was started.`,
  );
  return success(reopened.value);
}
