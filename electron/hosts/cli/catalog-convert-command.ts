import { z } from "zod";
import { success, type Result } from "../../../shared/result/result.ts";
import { catalogOutputOptions, outputCatalog } from "./catalog-output.ts";
import {
  catalogSourceOptions,
  hasErrors,
  printedReading,
  readCatalogSource,
  sayWhatWasRead,
} from "./catalog-source.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { commonOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

export const catalogConvertOptionsSchema = z.object({
  ...commonOptions,
  ...catalogSourceOptions,
  ...catalogOutputOptions,
  file: z.string(),
  since: z.string().optional(),
});
export type CatalogConvertOptions = z.infer<typeof catalogConvertOptionsSchema>;

/** A catalog of any known format in another one. Ends with 1 where something could not be taken over. */
export async function catalogConvertCommand(
  terminal: Terminal,
  options: CatalogConvertOptions,
): Promise<Result<ExitCode>> {
  const read = await readCatalogSource(terminal, options.file, options);
  if (!read.ok) return read;
  sayWhatWasRead(terminal, read.value);
  const since = options.since === undefined ? null : await readCatalogSource(terminal, options.since, {});
  if (since !== null && !since.ok) return since;
  const isClean = !hasErrors(read.value);
  const about = { ok: isClean, ...printedReading(read.value) };
  const written = await outputCatalog(
    terminal,
    options,
    read.value.catalog,
    since?.value.catalog ?? null,
    about,
  );
  return written.ok ? success(isClean ? EXIT.done : EXIT.findings) : written;
}
