import { exportJson } from "../../../shared/export/export-json.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import type { SavedFile } from "../../../shared/contract/calls.ts";
import type { History } from "../history/history.ts";
import type { Clock, SaveFile } from "../ports.ts";
import { describeSystemError } from "../workspace/system-error.ts";

export type ExportDependencies = {
  readonly history: Pick<History, "has" | "iterate">;
  readonly saveFile: SaveFile;
  readonly redact: (text: string) => string;
  readonly clock: Clock;
  readonly appVersion: string;
};

/**
 * Writes these exchanges, or all, to a JSON file of the user's choice.
 * Codes: `history.not-found` (an id is not in history; nothing is written), `export.not-written`.
 */
export async function exportHistory(
  dependencies: ExportDependencies,
  ids: readonly string[] | null,
): Promise<Result<SavedFile>> {
  const { history, clock, redact, appVersion } = dependencies;
  const missing = (ids ?? []).filter((id) => !history.has(id));
  if (missing.length > 0) {
    return failure(
      "history.not-found",
      `${missing.length} of the chosen exchanges are not in the history any more. Load the list again and choose anew.`,
      { missing: missing.slice(0, 10) },
    );
  }
  const exportedAt = clock.now().toISOString();
  const chunks = exportJson({
    exportedAt,
    app: { name: "OptiEvent Console", version: appVersion },
    exchanges: history.iterate(ids),
    redact,
  });
  try {
    return success(await dependencies.saveFile(fileName(exportedAt), "application/json", chunks));
  } catch (error) {
    return failure(
      "export.not-written",
      `The export could not be written, because ${describeSystemError(error)}. Try another folder.`,
    );
  }
}

/** `optievent-history-20261123-091500.json`: sorts by time and is valid on every file system. */
function fileName(exportedAt: string): string {
  const [date = "", time = ""] = exportedAt.split("T");
  return `optievent-history-${date.replaceAll("-", "")}-${time.slice(0, 8).replaceAll(":", "")}.json`;
}
