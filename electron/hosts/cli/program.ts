import { Command } from "commander";
import type { z } from "zod";
import type { Result } from "../../../shared/result/result.ts";
import { catalogLintCommand, catalogLintOptionsSchema } from "./catalog-lint-command.ts";
import { addCatalogFiles } from "./catalog-program.ts";
import type { ExitCode } from "./exit-code.ts";
import { withoutGivenValues } from "./given-values.ts";
import { gatewayCommand, gatewayOptionsSchema } from "./gateway-command.ts";
import { historyExportCommand, historyExportOptionsSchema } from "./history-export-command.ts";
import { historyImportCommand, historyImportOptionsSchema } from "./history-import-command.ts";
import {
  historyListCommand,
  historyListOptionsSchema,
  historySearchOptionsSchema,
} from "./history-list-command.ts";
import { historyPruneCommand, historyPruneOptionsSchema } from "./history-prune-command.ts";
import { historyVerifyCommand, historyVerifyOptionsSchema } from "./history-verify-command.ts";
import { historyShowCommand, historyShowOptionsSchema } from "./history-show-command.ts";
import { parseOptions } from "./options.ts";
import { presetsListCommand, presetsListOptionsSchema } from "./presets-command.ts";
import { sendCommand } from "./send-command.ts";
import { sendOptionsSchema } from "./send-options.ts";
import { tenantsListCommand, tenantsListOptionsSchema } from "./tenants-command.ts";
import type { Terminal } from "./terminal.ts";
import { vaultStatusCommand, vaultStatusOptionsSchema } from "./vault-command.ts";
import { validateCommand, validateOptionsSchema } from "./validate-command.ts";

const JSON_FLAG = ["--json", "print one JSON document on standard output"] as const;
const CATALOG_FLAG = [
  "--catalog <file|name>",
  "a catalog file, or the id or name of a catalog of the workspace (default: that of the sandbox tenant)",
] as const;

const QUERY_HELP = 'such as outcome:rejected event:deposit "johndoe" after:yesterday took:>500ms -tag:known';
const TIME_ZONE_FLAG = ["--time-zone <zone>", "whose days are meant (default: the computer's)"] as const;

/** Takes what a command ended with. */
type Finish = (result: Result<ExitCode>) => void;

/** The commands and their options: a stable interface. Each parses its own options and says how it ended. */
export function createProgram(terminal: Terminal, version: string, finish: Finish): Command {
  const program = new Command("optievent")
    .description("Test Optimove's server-side custom events from the command line.")
    .version(version)
    .option(
      "--workspace <dir>",
      "the folder of all local data (default: OPTIEVENT_HOME, else the platform's)",
    )
    .option(
      "--passphrase-file <file>",
      "the file with the passphrase of the workspace's vault, in its first line",
    )
    .option("--passphrase-env <name>", "or the environment variable that holds it")
    .addHelpText("after", EXIT_HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(withoutGivenValues(text)),
    });
  const action = actionFor(terminal, finish);
  addGateway(program, action);
  addValidate(program, action);
  addSend(program, action);
  addHistory(program, action);
  addTenants(program, action);
  addPresets(program, action);
  addVault(program, action);
  addCatalog(program, action);
  return program;
}

type Action = ReturnType<typeof actionFor>;

/** Connects a command's options, as commander collected them, to the function that runs it. */
function actionFor(terminal: Terminal, finish: Finish) {
  return <Options>(
    schema: z.ZodType<Options>,
    run: (terminal: Terminal, options: Options) => Promise<Result<ExitCode>>,
    argumentNames: readonly string[] = [],
  ) =>
    async (...given: unknown[]): Promise<void> => {
      const command = given.at(-1);
      const collected = command instanceof Command ? command.optsWithGlobals() : {};
      const named = Object.fromEntries(argumentNames.map((name, index) => [name, given[index]]));
      const options = parseOptions(schema, { ...collected, ...named });
      finish(options.ok ? await run(terminal, options.value) : options);
    };
}

function addGateway(program: Command, action: Action): void {
  program
    .command("gateway")
    .description("run the local gateway, which speaks both APIs, until it is stopped")
    .option("--port <n>", "the port to listen on (default: whichever is free)")
    .option(...CATALOG_FLAG)
    .option("--tenant <n>", "the tenant number that OptiEvent requests must have (default: 999)")
    .option(
      "--token <t>",
      "the token that Realtime requests must have and OptiEvent requests are signed with",
    )
    .option("--refusal-status <n>", "the HTTP status of refusals, documented nowhere (default: 400)")
    .option("--json", "print the address as JSON")
    .action(action(gatewayOptionsSchema, gatewayCommand));
}

function addValidate(program: Command, action: Action): void {
  program
    .command("validate")
    .description("say what is wrong with a payload, or with the events in whatever is pasted")
    .argument("[file]", 'the file, or "-" for standard input', "-")
    .option("--api <api>", "optievent or realtime (default: recognised by the fields of the body)")
    .option(...CATALOG_FLAG)
    .option(...JSON_FLAG)
    .addHelpText("after", VALIDATE_HELP)
    .action(action(validateOptionsSchema, validateCommand, ["file"]));
}

function addSend(program: Command, action: Action): void {
  program
    .command("send")
    .description("send one event and say what came of it")
    .option("--tenant <id>", "a tenant of the workspace")
    .option("--endpoint <url>", "or an address, with --api")
    .option("--api <api>", "optievent or realtime")
    .option("--tenant-id <n>", "the tenant number of an event to an address")
    .option("--token-env <name>", "the environment variable that holds the token")
    .option("--token-file <file>", "or the file that holds it, in its first line")
    .option("--ask-token", "or ask for it")
    .option("--sign", "send OptiEvent's signature headers")
    .option(
      "--preset <name>",
      "a preset of the tenant, by its name or id; --event and --api tell those of one name apart",
    )
    .option("--event <key>", "or the event to write, by its key")
    .option("--customer <id>", "whose event it is: a customer's")
    .option("--visitor <id>", "or a visitor's")
    .option("--timestamp <t>", "when it happened, as it is to be sent (default: now)")
    .option("--param <name=value>", "a parameter; may be repeated", collect, [])
    .option("--var <name=value>", "what {{name}} stands for in it; may be repeated", collect, [])
    .option("--body <file>", 'or a body to send exactly as it is; "-" for standard input')
    .option(...CATALOG_FLAG)
    .option("--dry-run", "send nothing and print what would be sent")
    .option(
      "--confirm-production <name>",
      "needed to send to production: the tenant's name, or the host of an address that is the vendor's",
    )
    .option(...JSON_FLAG)
    .addHelpText("after", SEND_HELP)
    .action(action(sendOptionsSchema, sendCommand));
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

function addHistory(program: Command, action: Action): void {
  const history = program.command("history").description("what was sent and what came of it");
  const list = history
    .command("list")
    .description("exchanges that a query finds, all without one, newest first")
    .argument("[query...]", QUERY_HELP);
  addListOptions(list).action(action(historyListOptionsSchema, historyListCommand, ["query"]));
  const search = history
    .command("search")
    .description("the same, for what is looked for")
    .argument("<query...>", QUERY_HELP);
  addListOptions(search).action(action(historySearchOptionsSchema, historyListCommand, ["query"]));
  history
    .command("show")
    .description("one exchange with its request and response")
    .argument("<id>", "its id, as the list shows it")
    .option(...JSON_FLAG)
    .action(action(historyShowOptionsSchema, historyShowCommand, ["id"]));
  history
    .command("export")
    .description("exchanges without any secret, in a format of choice")
    .option(
      "--format <format>",
      "har, ndjson, json, csv, md, html, sh, postman or bundle (default: by the file, else json)",
    )
    .option("--ids <ids>", "which ones, separated by commas (default: all)")
    .option("--query <query>", "or those that a query finds, as in the History screen")
    .option(
      "--redact <profile>",
      "personal data: none, pseudonymised or masked (default: none, which leaves it in)",
    )
    .option("-o, --output <file>", "the file to write (default: standard output)")
    .option("--json", "say as JSON what was written to the file")
    .action(action(historyExportOptionsSchema, historyExportCommand));
  history
    .command("import")
    .description("take in a HAR log, an export or a support bundle, marked as imported")
    .argument("<file>", "the file")
    .option("--dry-run", "import nothing and say what would be imported")
    .option(...JSON_FLAG)
    .action(action(historyImportOptionsSchema, historyImportCommand, ["file"]));
  addHistoryCare(history, action);
}

function addListOptions(command: Command): Command {
  return command
    .option("--limit <n>", "how many at most (default: 20)")
    .option("--sort <what>", "time or took (default: time)")
    .option("--reverse", "oldest or fastest first")
    .option(...TIME_ZONE_FLAG)
    .option(...JSON_FLAG);
}

/** Proving it and making room. */
function addHistoryCare(history: Command, action: Action): void {
  history
    .command("verify")
    .description("whether every exchange is as it was recorded; ends with 1 where one is not")
    .option(...JSON_FLAG)
    .action(action(historyVerifyOptionsSchema, historyVerifyCommand));
  history
    .command("prune")
    .description("remove exchanges for ever; says how many it would be, and does it with --confirm")
    .argument("[query...]", QUERY_HELP)
    .option("--older-than <days>", "those that are older")
    .option("--keep <n>", "all but the newest n")
    .option("--max-size <megabytes>", "the oldest, until the others take no more room than that")
    .option("--with-pinned", "pinned ones that the query finds too")
    .option("--reason <text>", "why, for the record of the removal")
    .option("--confirm <n>", "remove them, if there are exactly so many")
    .option(...TIME_ZONE_FLAG)
    .option(...JSON_FLAG)
    .action(action(historyPruneOptionsSchema, historyPruneCommand, ["query"]));
}

function addTenants(program: Command, action: Action): void {
  const tenants = program.command("tenants").description("the tenants of the workspace");
  tenants
    .command("list")
    .description("list them")
    .option(...JSON_FLAG)
    .action(action(tenantsListOptionsSchema, tenantsListCommand));
}

function addPresets(program: Command, action: Action): void {
  const presets = program
    .command("presets")
    .description("drafts that were saved with what is expected of them");
  presets
    .command("list")
    .description("list them")
    .option("--tenant <id>", "those of one tenant")
    .option("--event <key>", "those of one event")
    .option(...JSON_FLAG)
    .action(action(presetsListOptionsSchema, presetsListCommand));
}

const SEND_HELP = `
With --preset the exit code is 0 where it came to what the preset expects, a refusal included, and 1 where it did not; --json
has "preset", "expected" and "asExpected" besides.`;

const VALIDATE_HELP = `
Besides a body it takes what engineers have at hand: a cURL or PowerShell command, a HAR log, a history export, NDJSON, log
lines with JSON in them, a form-urlencoded body, an array of what the vendor's SDKs post. Credentials in them are left out.
With --json one event gives {"ok","api","findings"}, several give {"ok","events":[{"api","event","ok","findings"}]}.`;

function addVault(program: Command, action: Action): void {
  const vault = program.command("vault").description("the vault of secrets and catalogs");
  vault
    .command("status")
    .description("how it stands; with a passphrase, whether that opens it")
    .option(...JSON_FLAG)
    .action(action(vaultStatusOptionsSchema, vaultStatusCommand));
}

function addCatalog(program: Command, action: Action): void {
  const catalog = program.command("catalog").description("catalogs of events and their parameters");
  catalog
    .command("lint")
    .description("say what is wrong with a catalog")
    .argument("<catalog>", "a catalog file, or the id or name of a catalog of the workspace")
    .option("--fix", "mend whatever is certain and save it: the file, or a new version in the workspace")
    .option(...JSON_FLAG)
    .action(action(catalogLintOptionsSchema, catalogLintCommand, ["catalog"]));
  addCatalogFiles(catalog, action);
}

const EXIT_HELP = `
Exit codes: 0 done or accepted, 1 findings or refused, 2 usage or unreadable input, 3 no answer, 4 guarded.`;
