import { z } from "zod";
import { exportCatalog } from "../../../shared/catalog-export/export-catalog.ts";
import {
  CATALOG_EXPORT_FORMATS,
  REQUEST_FORMATS,
  type CatalogExportFormat,
} from "../../../shared/catalog-export/formats.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { writeWhole } from "../../core/export/write-whole.ts";
import { describeSystemError } from "../../core/workspace/system-error.ts";
import { printJson, say, type Terminal } from "./terminal.ts";

/** Options of commands that write a catalog. */
export const catalogOutputOptions = {
  to: z.enum(CATALOG_EXPORT_FORMATS, `--to must be one of ${CATALOG_EXPORT_FORMATS.join(", ")}.`),
  output: z.string().min(1, "--output must name a file.").optional(),
};

export type CatalogOutputOptions = {
  readonly to: CatalogExportFormat;
  readonly output?: string | undefined;
  readonly json?: boolean | undefined;
};

/**
 * Writes a catalog to a file, or to standard output. With `--json` the one document is `about` with `output`, the path, or
 * `text` where there is none. Codes: `usage.invalid-option`, `export.not-written`.
 */
export async function outputCatalog(
  terminal: Terminal,
  options: CatalogOutputOptions,
  catalog: Catalog,
  since: Catalog | null,
  about: Readonly<Record<string, unknown>>,
): Promise<Result<null>> {
  const { to, output, json } = options;
  if (since !== null && !REQUEST_FORMATS.has(to)) {
    return failure(
      "usage.invalid-option",
      `--since is for request documents: ${[...REQUEST_FORMATS].join(", ")}.`,
    );
  }
  const { text } = exportCatalog(catalog, to, since);
  if (output !== undefined) {
    try {
      await writeWhole(output, [text]);
    } catch (error) {
      const reason = describeSystemError(error);
      return failure("export.not-written", `"${output}" could not be written, because ${reason}.`);
    }
    say(terminal, `Written to "${output}".`);
  }
  if (json === true) printJson(terminal, { ...about, to, ...(output === undefined ? { text } : { output }) });
  else if (output === undefined) terminal.stdout.write(text);
  return success(null);
}
