import { z } from "zod";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { exportHistory } from "../../core/export/export-history.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import { writeWholeFile } from "./write-file.ts";
import { printable, say, type Terminal } from "./terminal.ts";
import { readAppVersion } from "../../core/app-version.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const historyExportOptionsSchema = z.object({
  ...commonOptions,
  ids: z.string().min(1, "--ids must name at least one exchange.").optional(),
  output: z.string().min(1, "--output must name a file.").optional(),
});
export type HistoryExportOptions = z.infer<typeof historyExportOptionsSchema>;

/** Exchanges as one JSON document, to a file or to standard output. Code: `history.not-found`. */
export async function historyExportCommand(
  terminal: Terminal,
  options: HistoryExportOptions,
): Promise<Result<ExitCode>> {
  const access = accessWorkspace(terminal, options);
  // What leaves is looked through for the secrets of today as well, so these have to be known.
  const unlocked = await access.unlock();
  if (!unlocked.ok) return unlocked;
  const { secrets } = access;
  const opened = access.openHistory();
  if (!opened.ok) return opened;
  const history = opened.value;
  try {
    const ids = options.ids?.split(",").map((id) => id.trim()) ?? null;
    const missing = (ids ?? []).filter((id) => !history.has(id));
    if (missing.length > 0) {
      return failure(
        "history.not-found",
        `The history has no exchange ${missing.map(printable).join(", ")}.`,
      );
    }
    const saved = await exportHistory(
      {
        history,
        clock: { now: terminal.now },
        appVersion: readAppVersion(),
        redact: (text) => secrets.redact(text),
        saveFile: async (_suggestedName, _mimeType, chunks) => writeTo(terminal, options.output, chunks),
      },
      ids,
    );
    if (!saved.ok) return saved;
    if (options.output !== undefined) say(terminal, `Exported to "${options.output}".`);
    return success(EXIT.done);
  } finally {
    history.close();
  }
}

function writeTo(terminal: Terminal, path: string | undefined, chunks: Iterable<string>) {
  if (path !== undefined) writeWholeFile(path, chunks);
  else for (const chunk of chunks) terminal.stdout.write(chunk);
  return { kind: "saved", path: path ?? "-" } as const;
}
