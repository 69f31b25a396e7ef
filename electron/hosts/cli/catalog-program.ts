import type { Command } from "commander";
import type { z } from "zod";
import type { Result } from "../../../shared/result/result.ts";
import { CATALOG_EXPORT_FORMATS } from "../../../shared/catalog-export/formats.ts";
import {
  catalogCoverageCommand,
  catalogCoverageOptionsSchema,
  COVERAGE_FORMATS,
} from "./catalog-coverage-command.ts";
import {
  catalogExamplesCommand,
  catalogExamplesOptionsSchema,
  EXAMPLE_KINDS,
} from "./catalog-examples-command.ts";
import { catalogConvertCommand, catalogConvertOptionsSchema } from "./catalog-convert-command.ts";
import { catalogExportCommand, catalogExportOptionsSchema } from "./catalog-export-command.ts";
import { catalogImportCommand, catalogImportOptionsSchema } from "./catalog-import-command.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

type Action = <Options>(
  schema: z.ZodType<Options>,
  run: (terminal: Terminal, options: Options) => Promise<Result<ExitCode>>,
  argumentNames?: readonly string[],
) => (...given: unknown[]) => Promise<void>;

const JSON_FLAG = ["--json", "print one JSON document on standard output"] as const;
const TO_FLAG = ["--to <format>", CATALOG_EXPORT_FORMATS.join(", ")] as const;
const OUTPUT_FLAG = ["-o, --output <file>", "the file to write (default: standard output)"] as const;
const SINCE = "of a request document, only what is new since";

/** The commands that read and write catalogs. */
export function addCatalogFiles(catalog: Command, action: Action): void {
  withSource(catalog.command("convert"))
    .description("write a catalog of any known format in another one")
    .requiredOption(...TO_FLAG)
    .option(...OUTPUT_FLAG)
    .option("--since <file>", `${SINCE} this catalog`)
    .option(...JSON_FLAG)
    .addHelpText("after", FORMATS_HELP)
    .action(action(catalogConvertOptionsSchema, catalogConvertCommand, ["file"]));
  withSource(catalog.command("import"))
    .description("take a catalog of any known format into the workspace")
    .option("--into <name|id>", "the catalog to import into (default: a new one)")
    .option("--merge", "add what is new to it and replace what differs")
    .option("--replace", "the same, and remove what the file does not have")
    .option("--dry-run", "change nothing and print what would change")
    .option(...JSON_FLAG)
    .addHelpText("after", FORMATS_HELP)
    .action(action(catalogImportOptionsSchema, catalogImportCommand, ["file"]));
  catalog
    .command("export")
    .description("write a catalog of the workspace")
    .argument("<name|id>", "the catalog")
    .requiredOption(...TO_FLAG)
    .option(...OUTPUT_FLAG)
    .option("--since <version|file>", `${SINCE} this version of it, or this file`)
    .option(...JSON_FLAG)
    .action(action(catalogExportOptionsSchema, catalogExportCommand, ["catalog"]));
  addReports(catalog, action);
}

/** What a catalog is good for: events made of it, and what of it was ever sent. */
function addReports(catalog: Command, action: Action): void {
  catalog
    .command("examples")
    .description("make events of a catalog, right ones or each wrong in one thing")
    .argument("<catalog>", "a catalog file, or the id or name of a catalog of the workspace")
    .option("--event <key>", "the event (default: all)")
    .option("--api <api>", "optievent or realtime (default: optievent)")
    .option("--kind <kind>", `${EXAMPLE_KINDS.join(", ")} (default: plausible)`)
    .option("--seed <n>", "another number gives others (default: 1)")
    .option(
      "--at <time>",
      "the moment they are made for; with the seed it gives the same texts (default: now)",
    )
    .option("--tenant-id <n>", "the tenant number (default: 999)")
    .option(...JSON_FLAG)
    .addHelpText("after", EXAMPLES_HELP)
    .action(action(catalogExamplesOptionsSchema, catalogExamplesCommand, ["catalog"]));
  catalog
    .command("coverage")
    .description("what a catalog declares, what was sent and what was answered")
    .argument("<name|id>", "a catalog of the workspace")
    .option("--tenant <id>", "of one tenant (default: all that go by the catalog)")
    .option("--to <format>", `${COVERAGE_FORMATS.join(", ")} (default: md)`)
    .option(...OUTPUT_FLAG)
    .option(...JSON_FLAG)
    .action(action(catalogCoverageOptionsSchema, catalogCoverageCommand, ["catalog"]));
}

function withSource(command: Command): Command {
  return command
    .argument("<file>", 'the file, or "-" for standard input')
    .option("--name <name>", "what the catalog is called where the file does not say")
    .option("--columns <roles>", "what each column of a table is, separated by commas, with - for none")
    .option("--no-header", "the table has no row of headings: its first row is data")
    .option("--problems <file>", "write what could not be taken over as CSV");
}

const EXAMPLES_HELP = `
One example is printed as it is, to be piped into "validate" or "send --body -". With --json each has "event", "kind",
"text" and "findings", and one that is wrong on purpose the "rule", "severity" and "path" of what it breaks.`;

const FORMATS_HELP = `
The format is told by the content: a catalog file, a tenant configuration of the vendor's SDKs (JSON, or a script, which is
never run), CSV and TSV, Markdown and HTML tables, the vendor's request form, a JSON Schema, example payloads.
Ends with 1 where something could not be taken over; the rest was.`;
