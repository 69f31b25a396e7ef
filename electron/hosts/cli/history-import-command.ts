import { basename } from "node:path";
import { z } from "zod";
import { success, type Result } from "../../../shared/result/result.ts";
import { importFile, previewImport } from "../../core/import/import-file.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import { printable, printJson, say, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const historyImportOptionsSchema = z.object({
  ...commonOptions,
  file: z.string().min(1),
  dryRun: z.boolean().optional(),
});
export type HistoryImportOptions = z.infer<typeof historyImportOptionsSchema>;

/** Takes in a HAR log, an export or a support bundle as imported exchanges. Codes: those of `importFile`. */
export async function historyImportCommand(
  terminal: Terminal,
  options: HistoryImportOptions,
): Promise<Result<ExitCode>> {
  const access = accessWorkspace(terminal, options);
  // What comes in is looked through for the secrets of today, so these have to be known.
  const unlocked = await access.unlock();
  if (!unlocked.ok) return unlocked;
  const opened = access.openHistory();
  if (!opened.ok) return opened;
  try {
    const file = {
      path: options.file,
      fileName: basename(options.file),
      importedAt: terminal.now(),
      redactSecrets: access.secrets.currentRedactor(),
    };
    const preview = await previewImport(opened.value, file);
    if (!preview.ok) return preview;
    for (const { number, reason } of preview.value.reasons)
      say(terminal, `Item ${number} is left out. ${reason}`);
    if (options.dryRun === true) {
      if (options.json === true) printJson(terminal, preview.value);
      else say(terminal, `${preview.value.count} would be imported from "${printable(options.file)}".`);
      return success(EXIT.done);
    }
    const imported = await importFile(opened.value, file);
    if (!imported.ok) return imported;
    const { imported: count, alreadyHere, skipped } = imported.value;
    if (options.json === true) printJson(terminal, imported.value);
    else say(terminal, `${count} imported, ${alreadyHere} were here already, ${skipped} left out.`);
    return success(EXIT.done);
  } finally {
    opened.value.close();
  }
}
