import { basename } from "node:path";
import { z } from "zod";
import { importCatalog } from "../../../shared/catalog-import/import-catalog.ts";
import { problemsCsv } from "../../../shared/catalog-import/problems-csv.ts";
import { COLUMN_ROLES, type ColumnRole } from "../../../shared/catalog-import/tables/columns.ts";
import {
  FORMAT_TITLES,
  type CatalogImport,
  type CatalogImportResult,
  type ImportOptions,
} from "../../../shared/catalog-import/types.ts";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { plural } from "../../../shared/text/counts.ts";
import { writeWhole } from "../../core/export/write-whole.ts";
import { describeSystemError } from "../../core/workspace/system-error.ts";
import { readInputBytes } from "./read-input.ts";
import { painterFor, printable, say, type Terminal } from "./terminal.ts";

const COLUMNS_MESSAGE = `--columns lists what each column is, with - for none: ${COLUMN_ROLES.join(", ")}.`;

/** Options of commands that read a catalog from whatever it is in. */
export const catalogSourceOptions = {
  name: z.string().min(1, "--name must not be empty.").optional(),
  columns: z
    .string()
    .transform(readColumns)
    .pipe(z.array(z.enum(COLUMN_ROLES, COLUMNS_MESSAGE).nullable()))
    .optional(),
  header: z.boolean().optional(),
  problems: z.string().min(1, "--problems must name a file.").optional(),
};

export type CatalogSourceOptions = {
  readonly name?: string | undefined;
  readonly columns?: readonly (ColumnRole | null)[] | undefined;
  /** false where the first row of tables is data. */
  readonly header?: boolean | undefined;
  readonly problems?: string | undefined;
};

function readColumns(text: string): (string | null)[] {
  return text.split(",").map((role) => (role.trim() === "-" || role.trim() === "" ? null : role.trim()));
}

/**
 * Reads a catalog from a file, or from standard input for `-`, in any known format. Codes: `catalog.unreadable`, those of
 * `readInputBytes`, `export.not-written` for the list of problems.
 */
export async function readCatalogSource(
  terminal: Terminal,
  source: string,
  options: CatalogSourceOptions,
  known: Catalog | null = null,
): Promise<Result<CatalogImport>> {
  const bytes = await readInputBytes(terminal, source);
  if (!bytes.ok) return bytes;
  const settings: ImportOptions = {
    name: options.name ?? nameOf(source),
    known,
    ...(options.columns === undefined ? {} : { mappings: [options.columns] }),
    ...(options.header === false ? { firstRowIsData: [true] } : {}),
  };
  const read = importCatalog(bytes.value, settings);
  const kept = await keepProblems(read, options.problems);
  if (!kept.ok) return kept;
  if (!read.ok) {
    const shown = source === "-" ? "Standard input" : `"${source}"`;
    const [first] = read.problems;
    const place = first === undefined ? "" : ` Line ${first.line}, column ${first.column}: ${first.message}`;
    return failure("catalog.unreadable", `${shown} gave no catalog. ${read.reason}${place}`);
  }
  return success(read);
}

async function keepProblems(read: CatalogImportResult, path: string | undefined): Promise<Result<null>> {
  if (path === undefined) return success(null);
  try {
    await writeWhole(path, [problemsCsv(read.problems)]);
    return success(null);
  } catch (error) {
    const reason = describeSystemError(error);
    return failure(
      "export.not-written",
      `The problems could not be written to "${path}", because ${reason}.`,
    );
  }
}

/** `shop.catalog.json` gives `shop`. */
function nameOf(source: string): string {
  const stem = basename(source).replace(/(?:\.catalog)?\.[A-Za-z0-9]+$/, "");
  return source === "-" || stem === "" ? "Imported catalog" : stem;
}

const SHOWN_PROBLEMS = 20;
const SHOWN_TABLES = 5;

/** Names the columns of each table that nothing was taken from. */
function sayPassedOver(terminal: Terminal, { tables }: CatalogImport): void {
  const passedOver = tables.flatMap(({ headers, mapping, line }) => {
    const names = headers.filter(
      (header, column) => header.trim() !== "" && (mapping[column] ?? null) === null,
    );
    return names.length === 0 || names.length === headers.length ? [] : [{ line, names }];
  });
  for (const { line, names } of passedOver.slice(0, SHOWN_TABLES)) {
    const list = names.map((name) => `"${printable(name)}"`).join(", ");
    say(
      terminal,
      `Nothing was taken from ${names.length === 1 ? "column" : "columns"} ${list} of the table at line ${line}; --columns says what each is.`,
    );
  }
}

/** Says what was read, from what, and what was not taken over. */
export function sayWhatWasRead(terminal: Terminal, read: CatalogImport): void {
  const { catalog, format, problems, problemCount, guesses, tenant } = read;
  const parameters = catalog.events.reduce((sum, event) => sum + event.parameters.length, 0);
  const counts = `${plural(catalog.events.length, "event")} with ${plural(parameters, "parameter")}`;
  say(terminal, `Read as ${FORMAT_TITLES[format]}: ${counts}.`);
  const paint = painterFor(terminal, terminal.stderr);
  for (const { severity, line, column, event, parameter, message } of problems.slice(0, SHOWN_PROBLEMS)) {
    const colour = severity === "error" ? "red" : severity === "warning" ? "yellow" : "gray";
    const subject = [event, parameter]
      .filter((name) => name !== null)
      .map(printable)
      .join(" / ");
    const about = subject === "" ? "" : `${subject}: `;
    terminal.stderr.write(`${paint(colour, severity)} ${line}:${column} ${about}${printable(message)}\n`);
  }
  if (problemCount > SHOWN_PROBLEMS) {
    say(terminal, `And ${problemCount - SHOWN_PROBLEMS} more; --problems FILE writes them as CSV.`);
  }
  sayPassedOver(terminal, read);
  if (guesses.length > 0)
    say(terminal, `${plural(guesses.length, "value")} had to be guessed; --json lists them.`);
  if (tenant !== null) {
    const token = tenant.realtimeToken === null ? "" : " Its token was left out; enter it with the tenant.";
    const { tenantNumber, name, realtimeEndpoint } = tenant;
    const who = tenantNumber ?? (name === null ? null : `"${printable(name)}"`) ?? realtimeEndpoint;
    say(terminal, `${who === null ? "" : `The configuration is of tenant ${who}.`}${token}`.trim());
  }
}

export function hasErrors({ problems }: Pick<CatalogImport, "problems">): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** What a reading is in the JSON of a command. The token of a configuration is no part of it. */
export function printedReading(read: CatalogImport): Record<string, unknown> {
  const { format, catalog, problems, problemCount, guesses, tenant } = read;
  return {
    format,
    name: catalog.name,
    events: catalog.events.length,
    parameters: catalog.events.reduce((sum, event) => sum + event.parameters.length, 0),
    problems,
    problemCount,
    guesses,
    tenant:
      tenant === null
        ? null
        : {
            name: tenant.name,
            tenantNumber: tenant.tenantNumber,
            realtimeEndpoint: tenant.realtimeEndpoint,
            hasToken: tenant.realtimeToken !== null,
          },
  };
}
