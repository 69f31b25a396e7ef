import { z } from "zod";
import {
  exportFormatSchema,
  redactionProfileSchema,
  type ExportFormat,
} from "../../../shared/domain/history-export.ts";
import type { HistorySelection } from "../../../shared/domain/history.ts";
import { FORMAT_FILES } from "../../../shared/export/formats.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { readAppVersion } from "../../core/app-version.ts";
import type { MadeExport } from "../../core/export/make-export.ts";
import { makeExportInThread } from "../../core/export/thread-export.ts";
import { writeWhole } from "../../core/export/write-whole.ts";
import { describeSystemError } from "../../core/workspace/system-error.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import { printable, printJson, say, writeOut, type Terminal } from "./terminal.ts";
import { accessWorkspace } from "./workspace-access.ts";

export const historyExportOptionsSchema = z.object({
  ...commonOptions,
  format: z
    .enum(exportFormatSchema.options, `--format is one of ${exportFormatSchema.options.join(", ")}.`)
    .optional(),
  ids: z.string().min(1, "--ids must name at least one exchange.").optional(),
  query: z.string().max(4000).optional(),
  redact: z
    .enum(redactionProfileSchema.options, `--redact is one of ${redactionProfileSchema.options.join(", ")}.`)
    .default("none"),
  output: z.string().min(1, "--output must name a file.").optional(),
});
export type HistoryExportOptions = z.infer<typeof historyExportOptionsSchema>;

/**
 * Exchanges in a format of choice, to a file or to standard output. Codes: `usage.invalid-option`, those of `makeExportInThread`,
 * `export.not-written`, `export.cancelled`.
 */
export async function historyExportCommand(
  terminal: Terminal,
  options: HistoryExportOptions,
): Promise<Result<ExitCode>> {
  const format = options.format ?? formatOfFile(options.output);
  const usage = wrongUsage(options, format);
  if (usage !== null) return failure("usage.invalid-option", usage);
  const access = accessWorkspace(terminal, options);
  // What leaves is looked through for the secrets of today as well, so these have to be known.
  const unlocked = await access.unlock();
  if (!unlocked.ok) return unlocked;
  const opened = access.openHistory();
  if (!opened.ok) return opened;
  try {
    const source = {
      history: opened.value,
      exportedAt: terminal.now(),
      appVersion: readAppVersion(),
      host: "command line",
      secrets: access.secrets.currentSecrets(),
    };
    let items = 0;
    const request = { selection: selectionOf(options), format, profile: options.redact };
    let total = 0;
    const made = await makeExportInThread(source, request, terminal.interrupted, (done) => {
      items = done;
      showProgress(terminal, options.output, `\r${done} of ${total}`);
    });
    if (!made.ok) return withMissing(made);
    ({ total } = made.value);
    const written = await write(terminal, options.output, made.value, format);
    showProgress(terminal, options.output, "\r\u001B[K");
    if (!written.ok) return written;
    report(terminal, options, { format, exchanges: format === "bundle" ? items / 3 : items });
    return success(EXIT.done);
  } finally {
    opened.value.close();
  }
}

/** For people, and not among an export that goes to the same screen. */
function showProgress({ stderr }: Terminal, output: string | undefined, text: string): void {
  if (output !== undefined && stderr.isTTY === true) stderr.write(text);
}

function wrongUsage({ ids, query, output, json }: HistoryExportOptions, format: ExportFormat): string | null {
  if (ids !== undefined && query !== undefined) return "--ids and --query exclude each other.";
  if (output !== undefined) return null;
  if (format === "bundle") return "A support bundle is a zip: name its file with --output.";
  return json === true ? "--json says what was written to a file: name it with --output." : null;
}

/** By the file's name where that says one; JSON as before otherwise. */
function formatOfFile(output: string | undefined): ExportFormat {
  if (output === undefined) return "json";
  const fits = exportFormatSchema.options.filter((format) =>
    output.endsWith(`.${FORMAT_FILES[format].extension}`),
  );
  return fits.at(-1) ?? "json";
}

function selectionOf({ ids, query }: HistoryExportOptions): HistorySelection {
  if (ids !== undefined) return { kind: "ids", ids: ids.split(",").map((id) => id.trim()) };
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { kind: "query", query: { text: query ?? "", timeZone }, upTo: null };
}

/** Whoever typed the ids can see which of them it is. */
function withMissing(refused: Extract<Result<never>, { ok: false }>): Result<never> {
  const missing = z.array(z.string()).safeParse(refused.error.details?.["missing"]);
  if (!missing.success) return refused;
  return failure(
    "history.not-found",
    `The history has no exchange ${missing.data.map(printable).join(", ")}.`,
  );
}

async function write(
  terminal: Terminal,
  path: string | undefined,
  { chunks }: MadeExport,
  format: ExportFormat,
): Promise<Result<null>> {
  try {
    if (path !== undefined) await writeWhole(path, chunks, format === "sh" ? 0o700 : 0o600);
    else await print(terminal, chunks);
    return success(null);
  } catch (error) {
    if (terminal.interrupted.aborted) {
      return failure("export.cancelled", "The export was cancelled. Nothing of it was left behind.");
    }
    return failure(
      "export.not-written",
      `The export could not be written, because ${describeSystemError(error)}.`,
    );
  }
}

async function print(terminal: Terminal, chunks: MadeExport["chunks"]): Promise<void> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for await (const chunk of chunks)
    await writeOut(terminal, typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
}

function report(
  terminal: Terminal,
  { output, json }: HistoryExportOptions,
  written: { readonly format: ExportFormat; readonly exchanges: number },
): void {
  if (output === undefined) return;
  if (json === true) printJson(terminal, { file: output, ...written });
  else say(terminal, `${written.exchanges} exported to "${printable(output)}".`);
}
