import { existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { success, type Result } from "../../../shared/result/result.ts";
import type { Notices } from "../notices.ts";
import type { Clock } from "../ports.ts";
import { asidePath } from "../workspace/keep-aside.ts";
import { damageMark } from "./damage-mark.ts";
import { openHistory, type History } from "./history.ts";
import { salvageHistory, type Salvage } from "./salvage.ts";
import { salvageReport } from "./salvage-report.ts";
import { isNoDatabase } from "./sqlite-error.ts";

/** Looking through a file takes a second for some 200 MB; a longer one is looked through by `verify` only. */
const LARGEST_CHECKED_BYTES = 200_000_000;

/**
 * Opens history for a console. A file that holds no history we can use is kept aside with its log, named in a notice, and
 * the console starts a new one, with everything that could be saved out of the old one. A file that was not closed, or in
 * which damage was met, is looked through first. Code: `history.cannot-open`, for a file that may well be in order but that
 * the system does not let us open.
 */
export function openOrKeepAside(path: string, notices: Notices, clock: Clock): Result<History> {
  const reason = damageOf(path);
  const opened = reason === null ? openHistory(path) : null;
  if (opened !== null && (opened.ok || opened.error.code === "history.cannot-open")) return opened;
  const why = reason ?? (opened === null || opened.ok ? "" : String(opened.error.details?.["reason"]));
  const aside = asidePath(path, clock.now());
  for (const suffix of ["-wal", "-shm", ""]) {
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${aside}${suffix}`);
  }
  rmSync(damageMark(path), { force: true });
  const salvage = trySalvage(aside, path, clock);
  const report = salvage === null ? null : writeReport(salvage, why, aside, clock);
  const reopened = openHistory(path);
  if (!reopened.ok) return reopened;
  notices.add(
    "warning",
    `The history could not be used, because ${why}. It is kept unchanged as "${aside}", and a new history was started. ${tellSalvage(salvage, report)}`.trim(),
  );
  return success(reopened.value);
}

/** Why the file cannot be trusted, in words; null where nothing speaks against it, or where it is no database at all. */
function damageOf(path: string): string | null {
  const wasClosed = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
  const isMarked = existsSync(damageMark(path));
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || (wasClosed && !isMarked) || (!isMarked && size > LARGEST_CHECKED_BYTES)) return null;
  const isSound = isSoundFile(path);
  if (isSound && isMarked) rmSync(damageMark(path), { force: true });
  return isSound ? null : "a part of it is damaged";
}

function isSoundFile(path: string): boolean {
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"] === "ok";
    } finally {
      database.close();
    }
  } catch (error) {
    return !isNoDatabase(error);
  }
}

/** null where nothing could be read. What was begun of a new history is taken away then. */
function trySalvage(aside: string, path: string, clock: Clock): Salvage | null {
  try {
    return salvageHistory(aside, path, clock.now());
  } catch {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
    return null;
  }
}

/** Beside the damaged file. Where it cannot be written the notice has to do. */
function writeReport(salvage: Salvage, reason: string, aside: string, clock: Clock): string | null {
  const path = `${aside}.report.txt`;
  try {
    writeFileSync(path, salvageReport(salvage, reason, aside, clock.now()), { mode: 0o600 });
    return path;
  } catch {
    return null;
  }
}

function tellSalvage(salvage: Salvage | null, report: string | null): string {
  if (salvage === null) return "";
  const { saved, lost, unchecked } = salvage;
  const checked =
    unchecked === 0 ? "each held against its seal" : `all but ${unchecked} held against their seals`;
  const rest =
    lost === 0
      ? "None is lost."
      : `${lost} ${lost === 1 ? "is" : "are"} lost, which the new history has on record.`;
  const listed = report === null ? "" : ` Which ones is in "${report}".`;
  return `${saved} exchanges were saved into it, ${checked}. ${rest}${lost === 0 ? "" : listed}`;
}
